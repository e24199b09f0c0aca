import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { clock, text } from '../dom';
import { readCues, type Cue } from '../player/captions';
import type { Player } from './player';

/**
 * The words of a video: a click seeks, a search marks, the current line follows.
 *
 *     <cw-transcript><a href="…/captions.en.vtt" lang="en">English</a> <a href="…/captions.de.vtt" lang="de">Deutsch</a></cw-transcript>
 */
class Transcript extends LitElement {
  static override properties = {
    chosen: { state: true },
    cues: { state: true },
    current: { state: true },
    search: { state: true },
    follow: { state: true },
  };
  declare chosen: number;
  declare cues: Cue[];
  declare current: number;
  declare search: string;
  declare follow: boolean;
  #failed = false;
  #files: HTMLAnchorElement[] = [];

  constructor() {
    super();
    this.cues = [];
    this.chosen = 0;
    this.current = -1;
    this.search = '';
    this.follow = true;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    this.dataset['island'] = 'transcript';
    if (!this.#files.length) this.#files = [...this.querySelectorAll('a')];
    this.replaceChildren();
    super.connectedCallback();
    document.addEventListener('cw-time', this.#onTime);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('cw-time', this.#onTime);
  }

  protected override updated(changes: Map<string, unknown>): void {
    if (!changes.has('current') || !this.follow || this.search) return;
    const list = this.querySelector('ol');
    const line = this.querySelector<HTMLElement>('[aria-current]');
    if (!list || !line) return;
    list.scrollTop = line.offsetTop - list.offsetTop - list.clientHeight / 2 + line.clientHeight / 2;
  }

  protected override render(): TemplateResult {
    const wanted = this.search.trim().toLocaleLowerCase();
    const shown = this.cues
      .map((cue, at) => ({ cue, at }))
      .filter(({ cue }) => !wanted || cue.text.toLocaleLowerCase().includes(wanted));
    return html`
      <div class="tools">
        <input type="search" data-hotkey="/" data-hotkey-label=${text('transcript.search')} .value=${this.search}
          aria-label=${text('transcript.search')} placeholder=${text('transcript.search')}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)} />
        <label class="choice"><input type="checkbox" .checked=${this.follow}
          @change=${(event: Event) => (this.follow = (event.target as HTMLInputElement).checked)} />${text('transcript.follow')}</label>
        ${this.#files.length > 1 ? this.#languages() : nothing}
      </div>
      ${this.#failed ? html`<p class="muted">${text('transcript.failed')}</p>` : nothing}
      <ol role="list" lang=${this.#files[this.chosen]?.lang || nothing}>${shown.map(({ cue, at }) => html`
        <li><button type="button" aria-current=${at === this.current ? 'true' : nothing} @click=${() => seek(cue.from)}>
          <time>${clock(cue.from)}</time><span>${marked(cue.text, wanted)}</span></button></li>`)}</ol>
      ${wanted && !shown.length ? html`<p class="muted">${text('transcript.none', this.search)}</p>` : nothing}`;
  }

  #languages(): TemplateResult {
    const change = (event: Event) => {
      this.chosen = (event.target as HTMLSelectElement).selectedIndex;
      void this.#load();
    };
    return html`<select aria-label=${text('transcript.language')} @change=${change}>${this.#files.map((file, at) =>
      html`<option lang=${file.lang} ?selected=${at === this.chosen}>${file.textContent}</option>`)}</select>`;
  }

  async #load(): Promise<void> {
    const file = this.#files[this.chosen];
    if (!file) return;
    try {
      const answer = await fetch(file.href);
      if (!answer.ok) throw new Error(String(answer.status));
      const cues = readCues(await answer.text());
      if (file !== this.#files[this.chosen]) return;
      this.cues = cues;
      this.#failed = false;
    } catch {
      this.cues = [];
      this.#failed = true;
      this.requestUpdate();
    }
  }

  #onTime = (event: Event): void => {
    const now = (event as CustomEvent<number>).detail;
    let at = -1;
    for (let next = 0; next < this.cues.length && (this.cues[next]?.from ?? Infinity) <= now + 0.05; next++) at = next;
    this.current = at;
  };
}

function seek(seconds: number): void {
  document.querySelector<Player>('cw-player')?.seek(seconds);
}

/** Text with what was searched marked. */
function marked(line: string, wanted: string): TemplateResult | string {
  const at = wanted ? line.toLocaleLowerCase().indexOf(wanted) : -1;
  if (at < 0) return line;
  return html`${line.slice(0, at)}<mark>${line.slice(at, at + wanted.length)}</mark>${line.slice(at + wanted.length)}`;
}

customElements.define('cw-transcript', Transcript);
