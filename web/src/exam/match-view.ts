import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { text } from '../dom';
import { paired, pairs, plain } from './answers';
import { drag } from './drag';
import { safe, sign, why, type Showing } from './showing';

/** Each on the left gets one of the right: dragged there, or picked from a list. */
export function matchView(showing: Showing): TemplateResult {
  const { question, response, writable } = showing;
  const chosen = pairs(response.answer);
  const right = response.released?.key.pairs;
  const name = (id: string) => plain(question.right.find((option) => option.id === id)?.html ?? '');
  const give = (left: string, value: string) => showing.answer(paired(response.answer, left, value));
  return html`<p class="choose">${text('runner.match-hint')}</p>
    <div class="match">
      <ol class="lefts">${question.left.map(({ id, html: words }) => html`
        <li data-left=${id} class=${right ? (right[id] === chosen[id] ? 'right' : 'wrong') : ''}>
          <label class="words" for="match-${id}">${safe(words)}</label>
          <select id="match-${id}" ?disabled=${!writable} .value=${live(chosen[id] ?? '')} @change=${(event: Event) => give(id, (event.target as HTMLSelectElement).value)}>
            <option value="">${text('runner.pick')}</option>
            ${question.right.map((option) => html`<option value=${option.id} ?selected=${chosen[id] === option.id}>${plain(option.html)}</option>`)}
          </select>
          ${right && right[id] !== chosen[id] ? html`<p class="verdict">${text('runner.right-is', name(right[id] ?? ''))}</p>` : nothing}
          ${why(showing, id)}
        </li>`)}</ol>
      ${writable ? html`<ul class="rights" role="list" aria-hidden="true">${question.right.map((option) => html`
        <li data-drag=${option.id} class=${Object.values(chosen).includes(option.id) ? 'used' : ''}
          @pointerdown=${(event: PointerEvent) => drag(event, (under, dropped) => drop(under, dropped, (left) => give(left, option.id)))}>${sign('grip')}<span>${safe(option.html)}</span></li>`)}</ul>` : nothing}
    </div>`;
}

function drop(under: Element | null, dropped: boolean, give: (left: string) => void): void {
  const target = under?.closest<HTMLElement>('[data-left]');
  document.querySelectorAll('[data-left]').forEach((row) => row.classList.toggle('over', row === target && !dropped));
  if (dropped && target?.dataset['left']) give(target.dataset['left']);
}
