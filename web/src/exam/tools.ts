import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { text } from '../dom';
import { work } from './calculator';
import { canHighlight, sentences, type Piece } from './highlights';
import type { Highlight, Marks } from './contract';
import { sign } from './showing';

export type Tool = 'calculator' | 'notes' | 'highlight';

/** What the tools work on. */
export interface Bench {
  marks: Marks;
  scratch: string;
  close(): void;
  note(note: string): void;
  scribble(words: string): void;
  highlight(highlights: Highlight[]): void;
  /** What is selected in the question. */
  selected(): Highlight | undefined;
  redraw(): void;
}

const KEYS = ['(', ')', '√', '^', '7', '8', '9', '÷', '4', '5', '6', '×', '1', '2', '3', '−', '0', '.', '%', '+'];
const calculator = { typed: '', result: '' };

export function toolView(tool: Tool, bench: Bench): TemplateResult {
  const title = { calculator: text('runner.calculator'), notes: text('runner.notes'), highlight: text('runner.highlight') }[tool];
  return html`<section class="tool" aria-labelledby="tool-title">
    <div class="row apart"><h2 id="tool-title" tabindex="-1">${title}</h2>
      <button type="button" class="btn ghost icon-only" aria-label=${text('runner.close', title)} @click=${() => bench.close()}>${sign('close')}</button></div>
    ${tool === 'calculator' ? calculatorView(bench) : tool === 'notes' ? notesView(bench) : highlightView(bench)}
  </section>`;
}

function calculatorView(bench: Bench): TemplateResult {
  const equal = (event?: Event) => {
    event?.preventDefault();
    const result = work(calculator.typed);
    calculator.result = calculator.typed.trim() === '' ? '' : result === undefined ? text('runner.calculator-unclear') : `= ${result}`;
    bench.redraw();
  };
  const press = (key: string) => {
    calculator.typed += key;
    bench.redraw();
  };
  const empty = () => {
    Object.assign(calculator, { typed: '', result: '' });
    bench.redraw();
  };
  const back = () => {
    calculator.typed = calculator.typed.slice(0, -1);
    bench.redraw();
  };
  return html`<form class="calculator" @submit=${equal}>
    <input type="text" aria-label=${text('runner.calculator-input')} autocomplete="off" inputmode="text" .value=${live(calculator.typed)}
      @input=${(event: Event) => (calculator.typed = (event.target as HTMLInputElement).value)}>
    <output aria-live="polite">${calculator.result}</output>
    <div class="keys-grid">${KEYS.map((key) => html`<button type="button" class="btn" @click=${() => press(key)}>${key}</button>`)}
      <button type="button" class="btn" aria-label=${text('runner.calculator-clear')} @click=${empty}>C</button>
      <button type="button" class="btn" aria-label=${text('runner.calculator-back')} @click=${back}>⌫</button>
      <button class="btn primary equal" aria-label=${text('runner.calculator-equal')}>=</button></div>
  </form>`;
}

function notesView(bench: Bench): TemplateResult {
  const value = (event: Event) => (event.target as HTMLTextAreaElement).value;
  return html`<div class="notes">
    <label for="note">${text('runner.note-here')}</label>
    <textarea id="note" rows="3" maxlength="2000" .value=${live(bench.marks.note ?? '')} @input=${(event: Event) => bench.note(value(event))}></textarea>
    <label for="scratch">${text('runner.scratch')}</label>
    <textarea id="scratch" rows="5" maxlength="20000" .value=${live(bench.scratch)} @input=${(event: Event) => bench.scribble(value(event))}></textarea>
    <p class="muted small">${text('runner.scratch-hint')}</p>
  </div>`;
}

function highlightView(bench: Bench): TemplateResult {
  const now = bench.marks.highlights ?? [];
  const has = (piece: Highlight) => now.some((one) => one.in === piece.in && one.from === piece.from && one.to === piece.to);
  const toggle = ({ in: part, from, to }: Piece) => bench.highlight(has({ in: part, from, to })
    ? now.filter((one) => one.in !== part || one.from !== from || one.to !== to) : [...now, { in: part, from, to }]);
  const add = () => {
    const selected = bench.selected();
    if (selected) bench.highlight([...now, selected]);
  };
  return html`<div class="highlighter">
    <p class="small">${text(canHighlight() ? 'runner.highlight-hint' : 'runner.highlight-unable')}</p>
    <div class="actions"><button type="button" class="btn" @pointerdown=${(event: Event) => event.preventDefault()} @click=${add}>${text('runner.highlight-selection')}</button>
      ${now.length > 0 ? html`<button type="button" class="btn ghost" @click=${() => bench.highlight([])}>${text('runner.highlight-none')}</button>` : nothing}</div>
    <ul class="sentences" role="list">${sentences().map((piece) => html`<li>
      <button type="button" aria-pressed=${has(piece)} @click=${() => toggle(piece)}>${piece.words}</button></li>`)}</ul>
  </div>`;
}
