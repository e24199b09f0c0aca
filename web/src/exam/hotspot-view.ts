import { html, svg, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { announce, text } from '../dom';
import { ids, inWords, plain, points, toggled } from './answers';
import type { Asked } from './contract';
import { safe, sign, type Showing } from './showing';

const split = new WeakMap<Asked, { words: string; src: string; alt: string }>();

/** The picture to point at is the first one of the stem; the words go around it. */
export function pictureOf(question: Asked): { words: string; src: string; alt: string } {
  const known = split.get(question);
  if (known) return known;
  const template = document.createElement('template');
  template.innerHTML = question.stem;
  const image = template.content.querySelector('img');
  const holder = image?.closest('p, figure') ?? image;
  const found = { words: '', src: image?.getAttribute('src') ?? '', alt: image?.alt ?? '' };
  if (holder && plain(holder.innerHTML) === '') holder.remove();
  else image?.remove();
  found.words = template.innerHTML;
  split.set(question, found);
  return found;
}

/** How far an arrow moves the cross, in percent of the picture. */
const STEP = 2;
const cross = { position: -1, x: 50, y: 50 };

/** A picture to point at: by pointer, by a cross that arrows move, or by a list of what is on it. */
export function hotspotView(showing: Showing, redraw: () => void): TemplateResult {
  const { question, response, writable } = showing;
  const picture = pictureOf(question);
  const marks = points(response.answer);
  const most = Math.max(1, question.choose);
  if (cross.position !== question.position) Object.assign(cross, { position: question.position, x: 50, y: 50 });
  const put = (x: number, y: number) => {
    const at: [number, number] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
    showing.answer([...marks, at].slice(-most));
    announce(text('runner.marked', Math.round(x), Math.round(y)));
  };
  const onClick = (event: MouseEvent) => {
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
    if (writable && event.detail > 0) put(((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = event.shiftKey ? STEP * 5 : STEP;
    const move = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[event.key];
    if (!move && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!writable) return;
    if (!move) return put(cross.x, cross.y);
    cross.x = Math.min(100, Math.max(0, cross.x + move[0]!));
    cross.y = Math.min(100, Math.max(0, cross.y + move[1]!));
    announce(text('runner.cross-at', cross.x, cross.y));
    redraw();
  };
  return html`<p class="choose">${text(most > 1 ? 'runner.hotspot-many' : 'runner.hotspot-one', most)}</p>
    <div class="hotspot">
      <button type="button" class="picture" aria-label=${text('runner.picture', picture.alt)} aria-describedby="cross-hint" @click=${onClick} @keydown=${onKey}>
        <img src=${picture.src} alt="" draggable="false">
        <svg aria-hidden="true">
          ${marks.map(([x, y], at) => svg`<g class="mark"><circle cx="${x}%" cy="${y}%" r="13"/><text x="${x}%" y="${y}%" dy=".35em">${at + 1}</text></g>`)}
          ${svg`<g class="cross"><circle cx="${cross.x}%" cy="${cross.y}%" r="11"/><circle cx="${cross.x}%" cy="${cross.y}%" r="2"/></g>`}
        </svg>
      </button>
      <p class="muted small" id="cross-hint">${text('runner.cross-hint')}</p>
      ${marks.length > 0 ? html`<ul class="points" role="list">${marks.map(([x, y], at) => html`<li>
        <span>${at + 1}. ${text('runner.point', Math.round(x), Math.round(y))}</span>
        ${writable ? html`<button type="button" class="btn ghost" @click=${() => remove(showing, at)}>${sign('close')}${text('runner.remove')}</button>` : nothing}</li>`)}</ul>` : nothing}
      ${question.areas.length > 0 ? html`<fieldset class="areas"><legend>${text('runner.areas')}</legend>${question.areas.map(({ id, html: words }) => html`
        <label class="choice"><input type=${most > 1 ? 'checkbox' : 'radio'} name="area" .checked=${live(ids(response.answer).includes(id))} ?disabled=${!writable}
          @change=${() => showing.answer(most > 1 ? toggled(response.answer, id, question.areas) : [id])}><span>${safe(words)}</span></label>`)}</fieldset>` : nothing}
      ${response.released && question.areas.length > 0 ? html`<p class="verdict">${text('runner.right-is', inWords(question, response.released.key.right))}</p>` : nothing}
    </div>`;
}

function remove(showing: Showing, at: number): void {
  const rest = points(showing.response.answer).filter((_, one) => one !== at);
  showing.answer(rest.length === 0 ? null : rest);
}
