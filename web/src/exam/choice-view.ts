import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { text } from '../dom';
import { ids, paired, pairs, toggled, word, yesOrNo } from './answers';
import { safe, sign, why, type Showing } from './showing';

export const letterOf = (at: number): string => String.fromCharCode(65 + at);

/** One of several, or several of many: native radios and checkboxes. */
export function choiceView(showing: Showing): TemplateResult {
  const { question, response } = showing;
  const single = question.kind === 'single';
  const chosen = single ? [word(response.answer)] : ids(response.answer);
  return html`<fieldset class="options" aria-labelledby="asked">
    ${single ? nothing : html`<p class="choose">${question.choose > 0
      ? text('runner.choose', question.choose, chosen.length) : text('runner.choose-all')}</p>`}
    ${repeat(question.options, ({ id }) => `${question.position}-${id}`, (option, at) => optionView(showing, option, at, single, chosen.includes(option.id)))}
  </fieldset>`;
}

function optionView(showing: Showing, { id, html: words }: { id: string; html: string }, at: number, single: boolean, checked: boolean): TemplateResult {
  const { question, response, writable } = showing;
  const struck = response.marks.struck?.includes(id) ?? false;
  const { released } = response;
  const right = released?.key.right.includes(id);
  const verdict = right === undefined ? '' : right ? 'right' : checked ? 'wrong' : 'other';
  const choose = () => showing.answer(single ? id : toggled(response.answer, id, question.options));
  return html`<div class="option ${struck ? 'struck' : ''} ${verdict}">
    <label><input type=${single ? 'radio' : 'checkbox'} name="answer" value=${id} .checked=${live(checked)} ?disabled=${!writable} @change=${choose}>
      <span class="letter">${letterOf(at)}</span><span class="words">${safe(words)}</span>
      ${verdict === 'right' || verdict === 'wrong' ? html`<span class="pill ${right ? 'ok' : 'bad'}">${text(right ? 'runner.right' : 'runner.wrong')}</span>` : nothing}
    </label>
    ${showing.strikes && writable ? html`<button type="button" class="strike" aria-pressed=${struck} @click=${() => showing.strike(id)}
      aria-label=${text(struck ? 'runner.restore' : 'runner.strike', letterOf(at))} title=${text(struck ? 'runner.restore' : 'runner.strike', letterOf(at))}>${sign('strike')}</button>` : nothing}
    ${why(showing, id)}
  </div>`;
}

/** Statements to say yes or no to. */
export function seriesView(showing: Showing): TemplateResult {
  const { question, response, writable } = showing;
  const said = pairs(response.answer);
  const right = response.released?.key.pairs;
  return html`<div class="series">${question.options.map(({ id, html: words }) => html`
    <fieldset class="statement ${right ? (right[id] === said[id] ? 'right' : 'wrong') : ''}" aria-labelledby="statement-${id}">
      <p id="statement-${id}" class="words">${safe(words)}</p>
      <div class="yes-no">${['yes', 'no'].map((value) => html`
        <label><input type="radio" name="answer-${question.position}-${id}" value=${value} .checked=${live(said[id] === value)} ?disabled=${!writable}
          @change=${() => showing.answer(paired(response.answer, id, value))}>${yesOrNo(value)}</label>`)}</div>
      ${right ? html`<p class="verdict">${text(right[id] === said[id] ? 'runner.right' : 'runner.wrong')}: ${yesOrNo(right[id] ?? '')}</p>` : nothing}
      ${why(showing, id)}
    </fieldset>`)}</div>`;
}
