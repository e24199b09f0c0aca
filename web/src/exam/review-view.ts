import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../dom';
import { counted, plain } from './answers';
import type { Asked } from './contract';
import { stateOf, tally, tallyWords } from './navigator-view';
import { sign } from './showing';
import type { Sitting } from './sitting';

export type Filter = 'all' | 'missing' | 'flagged';

/** What the pages around the questions can do. */
export interface Leading {
  go(position: number): void;
  filter(filter: Filter): void;
  back(): void;
  handIn(): void;
  confirm(): void;
}

/** All questions before handing in. */
export function reviewView(sitting: Sitting, filter: Filter, lead: Leading): TemplateResult {
  const { unseen, incomplete, flagged } = tally(sitting);
  const missing = [...unseen, ...incomplete].sort((a, b) => a.position - b.position);
  const shown = filter === 'missing' ? missing : filter === 'flagged' ? flagged : sitting.open;
  const tab = (which: Filter, words: string, count: number) => html`
    <button type="button" class="btn" aria-pressed=${filter === which} @click=${() => lead.filter(which)}>${words} <span class="count">${count}</span></button>`;
  return html`<section class="review page-of-exam">
    <h2 id="question-head" tabindex="-1">${text('runner.review-title')}</h2>
    <p class="lead">${tallyWords(sitting)}</p>
    <div class="filters">${tab('all', text('runner.filter-all'), sitting.open.length)}${tab('missing', text('runner.filter-missing'), missing.length)}${tab('flagged', text('runner.filter-flagged'), flagged.length)}</div>
    ${shown.length === 0 ? html`<p class="muted">${text('runner.filter-none')}</p>` : html`<ul class="rows" role="list">${shown.map((question) => rowView(sitting, question, lead))}</ul>`}
    <div class="actions"><button type="button" class="btn" @click=${() => lead.back()}>${text('runner.back-to-questions')}</button>
      <button type="button" class="btn primary" @click=${() => lead.handIn()}>${text(sitting.next ? 'runner.end-section' : 'runner.hand-in')}</button></div>
  </section>`;
}

function rowView(sitting: Sitting, question: Asked, lead: Leading): TemplateResult {
  const { position } = question;
  const state = stateOf(sitting, question);
  const words = { unseen: text('runner.unseen'), incomplete: text('runner.incomplete'), complete: text('runner.complete') }[state];
  return html`<li><button type="button" ?disabled=${!sitting.reachable(position) && position !== sitting.position} @click=${() => lead.go(position)}>
    <span class="number">${position + 1}</span><span class="about">${plain(question.title || question.stem).slice(0, 120)}</span>
    <span class="state ${state}">${words}</span>${sitting.response(position).flagged ? html`<span class="flag">${sign('flag')}<span class="hidden-text">${text('runner.flagged')}</span></span>` : nothing}
  </button></li>`;
}

/** Handing in, or leaving a section for good: what that means, in words. */
export function confirmView(sitting: Sitting, lead: Leading): TemplateResult {
  const { next } = sitting;
  const pause = sitting.paper.form?.sections[sitting.paper.end(sitting.state?.section ?? 0)]?.breakMinutes;
  const { unseen, incomplete, flagged } = tally(sitting);
  const missing = [...unseen, ...incomplete].map(({ position }) => position + 1).sort((a, b) => a - b);
  return html`<section class="confirm page-of-exam card">
    <h2 id="question-head" tabindex="-1">${text(next ? 'runner.leave-title' : 'runner.submit-title')}</h2>
    <p class="lead">${missing.length === 0 ? text('runner.all-answered-long') : counted(missing.length, 'runner.missing.one', 'runner.missing.many')}</p>
    ${missing.length > 0 ? html`<p>${text('runner.missing-are', missing.slice(0, 40).join(', '))}</p>` : nothing}
    ${flagged.length > 0 ? html`<p>${text('runner.flagged-are', flagged.map(({ position }) => position + 1).join(', '))}</p>` : nothing}
    <p>${text(next ? 'runner.leave-text' : 'runner.submit-text')}</p>
    ${next && pause ? html`<p>${text('runner.break-follows', pause)}</p>` : nothing}
    <div class="actions"><button type="button" class="btn" @click=${() => lead.back()}>${text('runner.back-to-questions')}</button>
      <button type="button" class="btn primary" @click=${() => lead.confirm()}>${text(next ? 'runner.leave-now' : 'runner.submit-now')}</button></div>
  </section>`;
}
