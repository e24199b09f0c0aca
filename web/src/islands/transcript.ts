import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { clock, text } from '../dom';
import { readCues, type Cue } from '../player/captions';
import type { Player } from './player';

/**
 * The words of a video: a click seeks, a search marks, the current line follows.
 *
 *     <cw-transcript src="…/captions.en.vtt"><a href="…/captions.en.vtt">Transcript</a></cw-transcript>
 */
class Transcript extends LitElement {
  static override properties = {
    src: {},
    cues: { state: true },
    current: { state: true },
    search: { state: true },
    follow: { state: true },
  };
  declare src: string;
  declare cues: Cue[];
  declare current: number;
  declare search: string;
  declare follow: boolean;
  #failed = false;

  constructor() {
    super();
    this.cues = [];
    this.current = -1;
    this.search = '';
    this.follow = true;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    this.dataset['island'] = 'transcript';
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
    if (this.#failed) return html`<p class="muted">${text('transcript.failed')}</p>`;
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
      </div>
      <ol role="list">${shown.map(({ cue, at }) => html`
        <li><button type="button" aria-current=${at === this.current ? 'true' : nothing} @click=${() => seek(cue.from)}>
          <time>${clock(cue.from)}</time><span>${marked(cue.text, wanted)}</span></button></li>`)}</ol>
      ${wanted && !shown.length ? html`<p class="muted">${text('transcript.none', this.search)}</p>` : nothing}`;
  }

  async #load(): Promise<void> {
    try {
      const answer = await fetch(this.src);
      if (!answer.ok) throw new Error(String(answer.status));
      this.cues = readCues(await answer.text());
    } catch {
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
