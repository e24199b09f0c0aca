import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce, text } from '../dom';
import { ids, moved, plain } from './answers';
import { drag } from './drag';
import { safe, sign, why, type Showing } from './showing';

/** Options to be put in order: dragged by the grip, or moved by buttons and Alt with an arrow. */
export function orderView(showing: Showing): TemplateResult {
  const { question, response, writable } = showing;
  const answered = ids(response.answer);
  const order = answered.length > 0 ? answered : question.options.map(({ id }) => id);
  const right = response.released?.key.right;
  const words = (id: string) => question.options.find((option) => option.id === id)?.html ?? '';
  const move = (from: number, to: number, focus?: string) => {
    if (to < 0 || to >= order.length) return;
    showing.answer(moved(order, from, to));
    announce(text('runner.now-at', plain(words(order[from]!)), to + 1, order.length));
    if (focus) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-drag="${CSS.escape(order[from]!)}"] .${focus}:not(:disabled)`)?.focus());
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    const step = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    move(at, at + step, (event.target as Element).classList[0]);
  };
  return html`<p class="choose" id="order-hint">${text('runner.order-hint')}</p>
    <ol class="order" aria-describedby="order-hint">${repeat(order, (id) => `${question.position}-${id}`, (id, at) => html`
      <li data-drag=${id} class=${right ? (right[at] === id ? 'right' : 'wrong') : ''} @keydown=${(event: KeyboardEvent) => onKey(event, at)}>
        ${writable ? html`<span class="grip" aria-hidden="true" @pointerdown=${(event: PointerEvent) => drag(event, (_, dropped, y) => drop(event, at, dropped, y, move))}>${sign('grip')}</span>` : nothing}
        <span class="number" aria-hidden="true">${at + 1}</span>
        <span class="words">${safe(words(id))}</span>
        ${writable ? html`<span class="moves">
          <button type="button" class="up btn ghost icon-only" ?disabled=${at === 0} aria-label=${text('runner.up', plain(words(id)))} @click=${() => move(at, at - 1, 'up')}>${sign('up')}</button>
          <button type="button" class="down btn ghost icon-only" ?disabled=${at === order.length - 1} aria-label=${text('runner.down', plain(words(id)))} @click=${() => move(at, at + 1, 'down')}>${sign('down')}</button>
        </span>` : nothing}
        ${why(showing, id)}
      </li>`)}</ol>
    ${writable && answered.length === 0 ? html`<button type="button" class="btn" @click=${() => showing.answer(order)}>${text('runner.order-keep')}</button>` : nothing}`;
}

/** Where the pointer is between the rows says where the dragged one goes. */
function drop(event: PointerEvent, from: number, dropped: boolean, y: number, move: (from: number, to: number) => void): void {
  const list = (event.target as Element).closest('ol');
  const rows = [...(list?.children ?? [])] as HTMLElement[];
  const others = rows.filter((_, at) => at !== from);
  const to = others.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
  others.forEach((row, at) => {
    row.classList.toggle('before', !dropped && list?.querySelector('.dragged') !== null && at === to);
    row.classList.toggle('after', !dropped && list?.querySelector('.dragged') !== null && at === others.length - 1 && to === others.length);
  });
  if (dropped && to !== from) move(from, to);
}
