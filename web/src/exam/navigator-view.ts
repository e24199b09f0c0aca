import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../dom';
import { counted, progress, type Progress } from './answers';
import type { Asked } from './contract';
import { sign } from './showing';
import type { Sitting } from './sitting';

/** How many are in each state, in words. */
export function tally(sitting: Sitting): { unseen: Asked[]; incomplete: Asked[]; complete: Asked[]; flagged: Asked[] } {
  const all = sitting.open;
  const are = (state: Progress) => all.filter((question) => stateOf(sitting, question) === state);
  return {
    unseen: are('unseen'), incomplete: are('incomplete'), complete: are('complete'),
    flagged: all.filter(({ position }) => sitting.response(position).flagged),
  };
}

export function stateOf(sitting: Sitting, question: Asked): Progress {
  const here = question.position === sitting.position;
  return progress(question, here || sitting.seen(question.position) ? sitting.response(question.position) : undefined);
}

const STATES: Record<Progress, () => string> = {
  unseen: () => text('runner.unseen'),
  incomplete: () => text('runner.incomplete'),
  complete: () => text('runner.complete'),
};

/** A number for each question: how far it is, and whether it is flagged; in words for those who do not see it. */
export function navigatorView(sitting: Sitting, go: (position: number) => void): TemplateResult {
  const sections = sitting.paper.form?.sections ?? [];
  const open = sitting.open;
  const groups = sections.map((section) => ({
    title: sections.length > 1 ? section.title : '',
    questions: open.filter(({ position }) => position >= section.from && position < section.to),
  })).filter(({ questions }) => questions.length > 0);
  return html`${groups.map(({ title, questions }) => html`
    ${title ? html`<h3>${title}</h3>` : nothing}
    <ol class="numbers" role="list">${questions.map((question) => numberView(sitting, question, go))}</ol>`)}
  <p class="legend small"><span class="unseen">${text('runner.unseen')}</span><span class="incomplete">${text('runner.incomplete')}</span>
    <span class="complete">${text('runner.complete')}</span><span>${sign('flag')}${text('runner.flagged')}</span></p>`;
}

function numberView(sitting: Sitting, question: Asked, go: (position: number) => void): TemplateResult {
  const { position } = question;
  const state = stateOf(sitting, question);
  const { flagged, released } = sitting.response(position);
  const verdict = released?.fraction === undefined || released.fraction === null ? '' : released.fraction >= 1 ? 'right' : 'wrong';
  const words = [text('runner.question', position + 1), STATES[state](), ...(flagged ? [text('runner.flagged')] : []),
    ...(verdict ? [text(verdict === 'right' ? 'runner.right' : 'runner.wrong')] : [])].join(', ');
  return html`<li><button type="button" class="${state} ${verdict}" aria-current=${position === sitting.position ? 'true' : nothing} aria-label=${words}
    ?disabled=${!sitting.reachable(position) && position !== sitting.position} @click=${() => go(position)}>${position + 1}${flagged ? sign('flag') : nothing}</button></li>`;
}

/** "3 unanswered, 2 flagged" */
export function tallyWords(sitting: Sitting): string {
  const { unseen, incomplete, flagged } = tally(sitting);
  const missing = unseen.length + incomplete.length;
  return [missing === 0 ? text('runner.all-answered') : counted(missing, 'runner.unanswered.one', 'runner.unanswered.many'),
    ...(flagged.length > 0 ? [counted(flagged.length, 'runner.flags.one', 'runner.flags.many')] : [])].join(', ');
}
