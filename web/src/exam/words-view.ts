import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { text } from '../dom';
import { paired, pairs, word } from './answers';
import { safe, type Showing } from './showing';

/** As many characters as the server takes. */
const LONGEST_TEXT = 500;
const LONGEST_ESSAY = 50_000;
const LONGEST_OUTPUT = 20_000;

const value = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
const orNull = (typed: string) => (typed.trim() === '' ? null : typed);

/** A word or a number: typed, or picked from a pool. */
export function fillView(showing: Showing): TemplateResult {
  const { question, response, writable } = showing;
  const numeric = question.kind === 'numeric';
  return html`<div class="typed">
    <label for="typed">${text(numeric ? 'runner.number' : 'runner.your-answer')}</label>
    ${question.pool.length > 0
      ? html`<select id="typed" ?disabled=${!writable} .value=${live(word(response.answer))} @change=${(event: Event) => showing.answer(orNull(value(event)))}>
          <option value="">${text('runner.pick')}</option>
          ${question.pool.map((one) => html`<option value=${one} ?selected=${word(response.answer) === one}>${one}</option>`)}</select>`
      : html`<input id="typed" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength=${LONGEST_TEXT}
          inputmode=${numeric ? 'decimal' : 'text'} ?readonly=${!writable} .value=${live(word(response.answer))}
          @input=${(event: Event) => showing.answer(orNull(value(event)), true)}>`}
    ${rightWords(showing)}
  </div>`;
}

/** A long text that a person reads. */
export function essayView(showing: Showing): TemplateResult {
  const { response, writable } = showing;
  const written = word(response.answer);
  const words = written.trim() === '' ? 0 : written.trim().split(/\s+/).length;
  return html`<div class="typed">
    <label for="typed">${text('runner.your-answer')}</label>
    <textarea id="typed" rows="12" maxlength=${LONGEST_ESSAY} ?readonly=${!writable} .value=${live(written)}
      @input=${(event: Event) => showing.answer(orNull(value(event)), true)}></textarea>
    <p class="muted small">${text('runner.words', words)}</p>
  </div>`;
}

/** Steps in a real system, each with the output that proves it. */
export function labView(showing: Showing): TemplateResult {
  const { question, response, writable } = showing;
  const given = pairs(response.answer);
  return html`<ol class="lab">${question.steps.map(({ id, html: title }) => html`<li>
    <label class="words" for="step-${id}">${safe(title)}</label>
    <textarea id="step-${id}" class="output" rows="4" maxlength=${LONGEST_OUTPUT} spellcheck="false" autocapitalize="off" ?readonly=${!writable}
      placeholder=${text('runner.paste')} .value=${live(given[id] ?? '')}
      @input=${(event: Event) => showing.answer(paired(showing.response.answer, id, value(event)), true)}></textarea>
    ${response.released?.parts[id] === undefined ? nothing
      : html`<p class="verdict ${response.released.parts[id] ? 'right' : 'wrong'}">${text(response.released.parts[id] ? 'runner.right' : 'runner.wrong')}</p>`}
  </li>`)}</ol>`;
}

function rightWords({ response }: Showing): TemplateResult | typeof nothing {
  const key = response.released?.key;
  if (!key) return nothing;
  const right = !key.number ? key.accepted.join(' / ') : key.tolerance ? `${key.number} ± ${key.tolerance}` : key.number;
  return html`<p class="verdict">${text('runner.right-is', right)}</p>`;
}
