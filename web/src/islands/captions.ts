import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce, memory, text } from '../dom';
import { type Caption, readCaptions, readTime, writeCaptions, writeTime } from '../player/caption-text';
import type { Player } from './player';

const LONGEST_LINE = 42;
const LONGEST = 7;
const MOST_UNDONE = 100;

interface Row extends Caption {
  key: number;
}

/**
 * Captions as rows beside the player, over a text area that holds them as WebVTT and is what the form sends:
 * `<cw-captions><textarea name="text">WEBVTT …</textarea></cw-captions>`. A text that we would not understand whole stays
 * in the text area. What is not kept yet is remembered in this browser.
 */
class CaptionDesk extends LitElement {
  static override properties = {
    rows: { state: true },
    current: { state: true },
    chosen: { state: true },
    draft: { state: true },
  };
  declare rows: Row[];
  declare current: number;
  declare chosen: number;
  declare draft: string | null;
  #undone: Row[][] = [];
  #keys = 0;
  #now = 0;
  #kept = '';
  #sent = false;

  constructor() {
    super();
    this.rows = [];
    this.current = this.chosen = -1;
    this.draft = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    const read = readCaptions(this.#area.value);
    if (!read) return;
    super.connectedCallback();
    this.rows = this.#keyed(read);
    this.#kept = writeCaptions(read);
    const draft = memory.get(this.#place);
    if (draft && draft !== this.#kept && readCaptions(draft)) this.draft = draft;
    const field = this.#area.closest<HTMLElement>('.field');
    if (field) field.hidden = true;
    document.addEventListener('cw-time', this.#onTime);
    addEventListener('beforeunload', this.#warn);
    document.addEventListener('turbo:before-visit', this.#ask);
    this.closest('form')?.addEventListener('submit', this.#onSubmit);
    this.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('cw-time', this.#onTime);
    removeEventListener('beforeunload', this.#warn);
    document.removeEventListener('turbo:before-visit', this.#ask);
  }

  protected override updated(changes: Map<string, unknown>): void {
    if (!changes.has('current') || this.contains(document.activeElement)) return;
    const list = this.querySelector<HTMLElement>('.caption-rows');
    const row = this.querySelector<HTMLElement>('[aria-current]');
    if (list && row) list.scrollTop = row.offsetTop - list.offsetTop - list.clientHeight / 3;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.draft === null ? nothing : html`<div class="notice" role="status"><p>${text('captions.draft')}</p>
        <div class="row"><button type="button" class="btn" @click=${this.#restore}>${text('captions.restore')}</button>
        <button type="button" class="btn ghost" @click=${this.#forget}>${text('captions.forget')}</button></div></div>`}
      <div class="row caption-tools">
        <button type="button" class="btn" @click=${() => this.#add(-1)}>${text('captions.add')}</button>
        <button type="button" class="btn ghost" ?disabled=${!this.#undone.length} @click=${this.#undo}>${text('captions.undo')}</button>
        <span class="small muted" role="status">${this.#dirty ? text('captions.unkept') : text('captions.count', this.rows.length)}</span>
      </div>
      <ol class="caption-rows" role="list">${repeat(this.rows, (row) => row.key, (row, at) => this.#row(row, at))}</ol>`;
  }

  #row(row: Row, at: number): TemplateResult {
    const number = at + 1;
    const flaws = this.#flaws(row, this.rows[at + 1]);
    return html`<li aria-current=${at === this.current ? 'true' : nothing} class=${at === this.chosen ? 'chosen' : ''}
        @focusin=${() => (this.chosen = at)}>
      <div class="times">
        <button type="button" class="btn ghost" aria-label=${text('captions.play', number)} @click=${() => this.#seek(row.from)}>▶</button>
        ${this.#time(row, 'from', text('captions.from', number))}
        ${this.#time(row, 'to', text('captions.to', number))}
      </div>
      <textarea rows="2" dir="auto" aria-label=${text('captions.words', number)} .value=${row.text}
        aria-describedby=${flaws.length ? `flaws-${row.key}` : nothing}
        @input=${(event: Event) => this.#change(row, { text: (event.target as HTMLTextAreaElement).value })}></textarea>
      ${flaws.length ? html`<p class="small flaws" id="flaws-${row.key}">${flaws.join(' ')}</p>` : nothing}
      ${at === this.chosen ? html`<div class="row tools">
        <button type="button" class="btn ghost" @click=${() => this.#change(row, { from: this.#now })}>${text('captions.begin')}</button>
        <button type="button" class="btn ghost" @click=${() => this.#change(row, { to: this.#now })}>${text('captions.end')}</button>
        <button type="button" class="btn ghost" @click=${() => this.#split(at)}>${text('captions.split')}</button>
        ${at + 1 < this.rows.length ? html`<button type="button" class="btn ghost" @click=${() => this.#join(at)}>${text('captions.join')}</button>` : nothing}
        <button type="button" class="btn ghost" @click=${() => this.#add(at)}>${text('captions.after')}</button>
        <button type="button" class="btn ghost" @click=${() => this.#remove(at)}>${text('captions.remove')}</button>
      </div>` : nothing}
    </li>`;
  }

  #time(row: Row, end: 'from' | 'to', label: string): TemplateResult {
    const change = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const time = readTime(input.value);
      input.setCustomValidity(time === undefined ? text('captions.no-time') : '');
      if (time === undefined) input.reportValidity();
      else this.#change(row, { [end]: time });
    };
    return html`<input type="text" inputmode="decimal" autocomplete="off" aria-label=${label}
      .value=${writeTime(row[end])} @change=${change} />`;
  }

  /** What makes a caption hard to read. */
  #flaws(row: Row, next: Row | undefined): string[] {
    const flaws: string[] = [];
    const lines = row.text.split('\n');
    if (row.to <= row.from) flaws.push(text('captions.flaw.order'));
    if (lines.length > 2 || lines.some((line) => line.length > LONGEST_LINE)) flaws.push(text('captions.flaw.long', LONGEST_LINE));
    if (row.to - row.from > LONGEST) flaws.push(text('captions.flaw.slow', LONGEST));
    if (next && next.from < row.to) flaws.push(text('captions.flaw.overlap'));
    return flaws;
  }

  get #area(): HTMLTextAreaElement {
    return this.querySelector<HTMLTextAreaElement>('textarea[name="text"]')!;
  }

  get #place(): string {
    return `cw-captions ${location.pathname}`;
  }

  get #dirty(): boolean {
    return writeCaptions(this.rows) !== this.#kept;
  }

  #keyed(captions: Caption[]): Row[] {
    return captions.map((caption) => ({ ...caption, key: this.#keys++ }));
  }

  #change(row: Row, change: Partial<Caption>): void {
    this.#set(this.rows.map((each) => (each.key === row.key ? { ...each, ...change } : each)));
  }

  /** A change that takes or gives rows can be taken back. */
  #turn(rows: Row[], focus: number): void {
    this.#undone.push(this.rows);
    if (this.#undone.length > MOST_UNDONE) this.#undone.shift();
    this.#set(rows);
    this.chosen = Math.min(focus, rows.length - 1);
    void this.updateComplete.then(() =>
      this.querySelectorAll<HTMLTextAreaElement>('.caption-rows textarea')[this.chosen]?.focus());
  }

  #set(rows: Row[]): void {
    this.rows = rows;
    const written = writeCaptions(rows);
    this.#area.value = written;
    memory.set(this.#place, written === this.#kept ? null : written);
  }

  #undo = (): void => {
    const before = this.#undone.pop();
    if (before) this.#set(before);
    announce(text('captions.undo'));
  };

  #add(after: number): void {
    const at = after < 0 ? this.rows.filter((row) => row.from <= this.#now).length : after + 1;
    const from = after < 0 ? this.#now : (this.rows[after]?.to ?? 0);
    const rows = [...this.rows];
    rows.splice(at, 0, ...this.#keyed([{ from, to: from + 2, text: '', settings: '' }]));
    this.#turn(rows, at);
  }

  #remove(at: number): void {
    this.#turn(this.rows.filter((_, each) => each !== at), at);
  }

  /** Where the cursor stands, else at the blank next to the middle; the times go with the length of the words. */
  #split(at: number): void {
    const row = this.rows[at];
    if (!row) return;
    const area = this.querySelectorAll<HTMLTextAreaElement>('.caption-rows textarea')[at];
    const cursor = area?.selectionStart ?? 0;
    const middle = row.text.replace(/\n/g, ' ').indexOf(' ', Math.floor(row.text.length / 2));
    const cut = cursor > 0 && cursor < row.text.length ? cursor : middle < 0 ? Math.ceil(row.text.length / 2) : middle;
    const moment = row.from + ((row.to - row.from) * cut) / Math.max(1, row.text.length);
    const parts = [{ ...row, to: moment, text: row.text.slice(0, cut).trim() }, { ...row, from: moment, text: row.text.slice(cut).trim() }];
    this.#turn([...this.rows.slice(0, at), ...this.#keyed(parts), ...this.rows.slice(at + 1)], at + 1);
  }

  #join(at: number): void {
    const [one, two] = [this.rows[at], this.rows[at + 1]];
    if (!one || !two) return;
    const joined = { ...one, to: Math.max(one.to, two.to), text: `${one.text}\n${two.text}`.trim() };
    this.#turn([...this.rows.slice(0, at), joined, ...this.rows.slice(at + 2)], at);
  }

  #restore = (): void => {
    const captions = readCaptions(this.draft ?? '');
    this.draft = null;
    if (captions) this.#turn(this.#keyed(captions), 0);
  };

  #forget = (): void => {
    this.draft = null;
    memory.set(this.#place, null);
  };

  #seek(seconds: number): void {
    document.querySelector<Player>('cw-player')?.seek(seconds);
  }

  #onTime = (event: Event): void => {
    this.#now = (event as CustomEvent<number>).detail;
    let at = -1;
    while ((this.rows[at + 1]?.from ?? Infinity) <= this.#now + 0.05) at++;
    this.current = at;
  };

  #onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === 's') this.closest('form')?.requestSubmit();
    else if (event.key === 'Enter' && this.chosen >= 0) this.#split(this.chosen);
    else return;
    event.preventDefault();
  };

  #onSubmit = (): void => {
    this.#area.value = writeCaptions([...this.rows].sort((one, two) => one.from - two.from));
    this.#sent = true;
  };

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#dirty && !this.#sent) event.preventDefault();
  };

  #ask = (event: Event): void => {
    if (this.#dirty && !this.#sent && !confirm(text('captions.leave'))) event.preventDefault();
  };
}

customElements.define('cw-captions', CaptionDesk);
