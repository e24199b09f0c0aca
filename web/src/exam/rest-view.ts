import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../dom';
import { counted, inWords } from './answers';
import { sign } from './showing';
import type { Sitting } from './sitting';

/** What can be done where no question is shown. */
export interface Resting {
  takeOver(): void;
  decide(positions: Set<number>): void;
  retry(): void;
  endBreak(): void;
}

/** What is shown instead of a question: a break, a wait, a choice. */
export function restView(sitting: Sitting, rest: Resting, result: string): TemplateResult | undefined {
  switch (sitting.phase) {
    case 'loading':
      return page(text('runner.opening'), html`<progress aria-label=${text('runner.opening')}></progress>`);
    case 'unreachable':
      return page(text('runner.unreachable'), html`<p>${text(sitting.post.line === 'gone' ? 'runner.gone-text' : 'runner.unreachable-text')}</p>
        <div class="actions"><button type="button" class="btn primary" @click=${() => rest.retry()}>${text('runner.again')}</button>
          ${sitting.post.line === 'gone' ? html`<a class="btn" href="">${text('runner.reload')}</a>` : nothing}</div>`);
    case 'asking':
      return askingView(sitting, rest);
    case 'break':
      return page(text('runner.break-title'), html`<p class="big-clock" data-clock="break"></p><p>${text('runner.break-text')}</p>
        <div class="actions"><button type="button" class="btn primary" @click=${() => rest.endBreak()}>${text('runner.break-end')}</button></div>`);
    case 'turning':
      return page(text('runner.turning-title'), html`<p>${text('runner.turning-text')}</p>`);
    case 'handing':
      return handingView(sitting, rest);
    case 'ended':
      return page(text('runner.ended-title'), html`<div class="actions"><a class="btn primary" href=${result}>${text('runner.to-result')}</a></div>`);
    case 'answering':
    case 'elsewhere':
      return undefined;
  }
}

function page(title: string, content: TemplateResult): TemplateResult {
  return html`<section class="page-of-exam card rest"><h2 id="question-head" tabindex="-1">${title}</h2>${content}</section>`;
}

function handingView(sitting: Sitting, rest: Resting): TemplateResult {
  if (sitting.post.line === 'ok') return page(text('runner.handing-title'), html`<progress aria-label=${text('runner.handing-title')}></progress>`);
  const until = sitting.state?.answersCountUntil;
  return page(text('runner.safe-title'), html`<p>${text('runner.safe-text')}</p>
    ${until ? html`<p><strong>${text('runner.safe-until', moment(until))}</strong></p>` : nothing}
    ${sitting.post.line === 'gone' ? html`<p>${text('runner.gone-text')}</p>` : nothing}
    <div class="actions"><button type="button" class="btn primary" @click=${() => rest.retry()}>${text('runner.again')}</button></div>`);
}

/** In the reader's own time. */
export function moment(iso: string): string {
  const at = new Date(iso);
  const sameDay = at.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short', ...(sameDay ? {} : { dateStyle: 'medium' }) }).format(at);
}

/** Answers of this device that another one does not know of: nothing of them is taken without being asked. */
function askingView(sitting: Sitting, rest: Resting): TemplateResult {
  const answers = [...sitting.unsent.values()].filter((given) => given.changes > 0);
  const decide = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement).getAll('mine').map(Number);
    rest.decide(new Set(chosen));
  };
  return page(text('runner.asking-title'), html`<p>${counted(answers.length, 'runner.asking.one', 'runner.asking.many')}</p>
    <form @submit=${decide}><ul class="mine" role="list">${answers.map((given) => html`<li>${mineView(sitting, given.position)}
      <label class="choice"><input type="checkbox" name="mine" value=${given.position}>${text('runner.asking-take')}</label></li>`)}</ul>
      <button class="btn primary">${text('runner.asking-go')}</button></form>`);
}

function mineView(sitting: Sitting, position: number): TemplateResult {
  const question = sitting.paper.question(position);
  const mine = sitting.unsent.get(position)?.answer ?? null;
  const say = (answer: typeof mine) => (question ? inWords(question, answer) : String(answer ?? ''));
  return html`<h3>${text('runner.question', position + 1)}</h3>
    <dl><dt>${text('runner.asking-mine')}</dt><dd>${say(mine)}</dd><dt>${text('runner.asking-theirs')}</dt><dd>${say(sitting.response(position).answer)}</dd></dl>`;
}

/** Above a question that is only looked at: where the attempt goes on, and what is here and nowhere else. */
export function elsewhereView(sitting: Sitting, rest: Resting): TemplateResult | typeof nothing {
  if (sitting.phase !== 'elsewhere') return nothing;
  const mine = [...sitting.unsent.values()].filter((given) => given.changes > 0);
  return html`<section class="notice warn elsewhere" aria-labelledby="elsewhere-head">${sign('warn')}<div>
    <h2 id="elsewhere-head">${text('runner.elsewhere-title')}</h2><p>${text('runner.elsewhere-text')}</p>
    ${mine.length > 0 ? html`<p>${counted(mine.length, 'runner.elsewhere-mine.one', 'runner.elsewhere-mine.many')}</p>
      <ul class="mine" role="list">${mine.map((given) => html`<li>${mineView(sitting, given.position)}</li>`)}</ul>` : nothing}
    <button type="button" class="btn primary" @click=${() => rest.takeOver()}>${text('runner.take-over')}</button></div></section>`;
}
