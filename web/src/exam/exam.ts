import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { announce, clock, memory, text } from '../dom';
import { lettered } from './answers';
import { apiAt } from './api';
import type { Asked, Marks } from './contract';
import { bindExamKeys } from './exam-keys';
import { footView, headView, savedWords, type Bars } from './frame-view';
import { paintHighlights, selectedPiece } from './highlights';
import { forgetPage, keepPage } from './keep-page';
import { holderOf, TabLock } from './lock';
import { navigatorView, tallyWords } from './navigator-view';
import { questionView } from './question-view';
import { elsewhereView, restView } from './rest-view';
import { confirmView, reviewView, type Filter, type Leading } from './review-view';
import { openShelf } from './shelf';
import { safe, sign, type Showing } from './showing';
import { Sitting } from './sitting';
import { toolView, type Bench, type Tool } from './tools';

const HIDDEN = 'cw-clock-hidden';
/** With so little left, the clock shows itself again. */
const SHOWN_AGAIN = 5 * 60_000;
/** So long the words about saving rest before they are read out. */
const SPEECH = 1500;

/**
 * The room in which an exam is sat: `<cw-exam code="…" data-worker="/assets/worker-….js">`. It renders into itself; what
 * the server wrote there is shown until then. `data-kept`: from now on it can be loaded without a connection.
 */
class Exam extends LitElement {
  #sitting!: Sitting;
  #lock!: TabLock;
  #view: 'question' | 'review' | 'confirm' = 'question';
  #filter: Filter = 'all';
  #tool: Tool | undefined;
  #navigator = matchMedia('(min-width: 72rem)').matches;
  #clockHidden = memory.get(HIDDEN) !== null;
  #scratch = '';
  #shown = '';
  #toast = '';
  #undo: (() => void)[] = [];
  #speech = 0;
  #fading = 0;

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { code } = this;
    this.#scratch = memory.get(`cw-scratch-${code}`) ?? '';
    this.#lock = new TabLock(`cw-exam-${code}`, () => void this.#sitting.yield());
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#undo.forEach((undo) => undo());
    this.#lock.release();
  }

  get code(): string {
    return this.getAttribute('code') ?? '';
  }

  get base(): string {
    return `/attempts/${this.code}`;
  }

  async #open(): Promise<void> {
    const api = apiAt(this.base);
    this.#sitting = new Sitting(api, await openShelf(this.code), holderOf(this.code), `${this.base}/result`, {
      changed: () => this.requestUpdate(),
      said: (key, ...values) => this.#say(text(key, ...values)),
      ended: (url) => void this.#leave(url),
    });
    this.#listen();
    if (await this.#lock.take()) await this.#sitting.start();
    else await this.#sitting.watch();
    const { form } = this.#sitting.paper;
    const worker = this.dataset['worker'];
    if (worker && form) void keepPage(worker, `${this.base}/form?section=0`, form.questions.map(({ stem }) => stem)
      .concat(Object.values(form.stimuli).map((stimulus) => stimulus.html))).then(() => (this.dataset['kept'] = ''), () => undefined);
  }

  #listen(): void {
    const ticking = window.setInterval(() => this.#tick(), 500);
    const onSight = () => void this.#sitting.sight(document.visibilityState === 'visible');
    const onLine = () => this.#sitting.retry();
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && this.#tool && !event.defaultPrevented) this.#bars.tool(this.#tool);
    };
    const news = this.#hearServer();
    document.addEventListener('visibilitychange', onSight);
    document.addEventListener('keydown', onEscape);
    window.addEventListener('online', onLine);
    this.#undo = [
      bindExamKeys({
        choose: (at) => this.#letter(at),
        strike: (at) => this.#strikeAt(at),
        flag: () => this.#bars.flag(),
        next: () => this.#bars.next(),
        previous: () => this.#bars.previous(),
        review: () => this.#bars.review(),
        calculator: () => this.#sitting.state?.policy.calculator && this.#bars.tool('calculator'),
        tellTime: () => announce(this.#timeWords()),
        submit: () => this.#lead.handIn(),
      }),
      () => clearInterval(ticking),
      () => document.removeEventListener('visibilitychange', onSight),
      () => document.removeEventListener('keydown', onEscape),
      () => window.removeEventListener('online', onLine),
      () => news.close(),
    ];
  }

  /** A notice carries no news of its own: the page asks how things stand. */
  #hearServer(): EventSource {
    const news = new EventSource(`${this.base}/events`);
    for (const name of ['time', 'ended']) news.addEventListener(name, () => void this.#sitting.sync());
    news.addEventListener('lease', (event: MessageEvent<string>) => this.#sitting.hearLease(Number(event.data)));
    return news;
  }

  override render(): TemplateResult | typeof nothing {
    const sitting = this.#sitting;
    if (!sitting) return nothing;
    const rest = restView(sitting, this.#rest, `${this.base}/result`);
    const standing = { clockHidden: this.#clockHidden, navigator: this.#navigator, tool: this.#tool, reviewing: this.#view !== 'question' };
    const side = !rest && (this.#tool || this.#navigator);
    return html`${headView(sitting, standing, this.#bars)}
      <div class="exam-room ${side ? 'with-side' : ''}">
        <main id="main" class="exam-main">${rest ?? this.#mainView()}</main>
        ${side ? html`<aside class="exam-side">
          ${this.#tool ? toolView(this.#tool, this.#bench()) : nothing}
          ${this.#navigator ? html`<nav class="navigator" aria-labelledby="navigator-head"><div class="row apart"><h2 id="navigator-head" tabindex="-1">${text('runner.navigator')}</h2>
            <button type="button" class="btn ghost icon-only close" aria-label=${text('runner.close', text('runner.navigator'))} @click=${() => this.#bars.toggleNavigator()}>${sign('close')}</button></div>
            <p class="muted small">${tallyWords(sitting)}</p>${navigatorView(sitting, (position) => this.#go(position))}</nav>` : nothing}
        </aside>` : nothing}
      </div>
      ${footView(sitting, standing, this.#bars)}
      <p class="toast" ?hidden=${!this.#toast}>${this.#toast}</p>
      <div class="hidden-text" role="status" id="saved-words"></div>`;
  }

  #mainView(): TemplateResult {
    const sitting = this.#sitting;
    const { question } = sitting;
    if (this.#view === 'review') return reviewView(sitting, this.#filter, this.#lead);
    if (this.#view === 'confirm') return confirmView(sitting, this.#lead);
    if (!question) return html`<p>${text('runner.opening')}</p>`;
    const stimulus = question.stimulus ? sitting.paper.form?.stimuli[question.stimulus] : undefined;
    return html`${elsewhereView(sitting, this.#rest)}
      <div class="panes ${stimulus ? 'with-exhibit' : ''}">
        ${stimulus ? keyed(question.stimulus, html`<details class="exhibit" open><summary>${safe(stimulus.title)}</summary>
          <div class="prose scroll" tabindex="0" role="region" aria-label=${text('runner.exhibit')}>${safe(stimulus.html)}</div></details>`) : nothing}
        ${keyed(question.position, questionView(this.#showing(question), sitting.paper.total, () => this.requestUpdate()))}
      </div>`;
  }

  /** After a change of place, the heading is in focus and at the top; what stands still keeps its focus. */
  protected override updated(): void {
    const sitting = this.#sitting;
    if (!sitting) return;
    this.#showTime();
    const shown = `${sitting.phase} ${this.#view} ${sitting.position}`;
    if (shown !== this.#shown) {
      const first = this.#shown === '';
      this.#shown = shown;
      this.querySelector('.exam-main')?.scrollTo(0, 0);
      const head = this.querySelector<HTMLElement>('#question-head');
      if (!first || sitting.phase === 'answering') head?.focus({ preventScroll: true });
      if (this.#tool === 'highlight') this.requestUpdate(); // it lists the sentences that are shown now
      document.title = head?.textContent ? `${head.textContent} · ${sitting.paper.form?.exam ?? ''}` : document.title;
    }
    paintHighlights(this.#view === 'question' && sitting.question ? sitting.response(sitting.position).marks.highlights ?? [] : []);
    clearTimeout(this.#speech);
    const words = savedWords(sitting);
    this.#speech = window.setTimeout(() => {
      const region = this.querySelector('#saved-words');
      if (region && region.textContent !== words) region.textContent = words;
    }, SPEECH);
  }

  #tick(): void {
    this.#sitting.tick();
    const { left } = this.#sitting;
    if (this.#clockHidden && left !== null && left <= SHOWN_AGAIN) {
      this.#clockHidden = false;
      this.requestUpdate();
    }
    this.#showTime();
  }

  #showTime(): void {
    const sitting = this.#sitting;
    const { left } = sitting;
    const timer = this.querySelector('[data-clock="left"]');
    if (timer && left !== null) {
      timer.textContent = clock(Math.ceil(left / 1000));
      timer.classList.toggle('soon', left <= SHOWN_AGAIN);
    }
    const rest = this.querySelector('[data-clock="break"]');
    if (rest) rest.textContent = clock(Math.ceil((sitting.breakTime.left ?? 0) / 1000));
  }

  #showing(question: Asked): Showing {
    const sitting = this.#sitting;
    const { position } = question;
    const response = sitting.response(position);
    return {
      question,
      response,
      writable: sitting.writable(position),
      strikes: sitting.state?.policy.strike ?? false,
      answer: (answer, typed = false) => sitting.give(position, { answer }, 'chosen', typed),
      strike: (id) => this.#strike(id),
    };
  }

  #mark(part: Partial<Marks>, kind: 'struck' | 'note'): void {
    const { position } = this.#sitting;
    this.#sitting.give(position, { marks: { ...this.#sitting.response(position).marks, ...part } }, kind, kind === 'note');
  }

  #strike(id: string): void {
    const struck = this.#sitting.response(this.#sitting.position).marks.struck ?? [];
    this.#mark({ struck: struck.includes(id) ? struck.filter((one) => one !== id) : [...struck, id] }, 'struck');
  }

  #strikeAt(at: number): boolean {
    const { question, state } = this.#sitting;
    const option = question?.options[at];
    if (!option || !state?.policy.strike || this.#view !== 'question' || !['single', 'multiple'].includes(question.kind)) return false;
    this.#strike(option.id);
    return true;
  }

  #letter(at: number): boolean {
    const { question, position } = this.#sitting;
    if (!question || this.#view !== 'question') return false;
    const answer = lettered(question, this.#sitting.response(position).answer, at);
    if (answer === undefined) return false;
    this.#sitting.give(position, { answer }, 'chosen');
    return true;
  }

  #go(position: number): void {
    this.#view = 'question';
    if (!matchMedia('(min-width: 72rem)').matches) this.#navigator = false;
    this.#sitting.move(position);
    this.requestUpdate();
  }

  #step(by: number): void {
    const { open, position } = this.#sitting;
    const next = open[open.findIndex((question) => question.position === position) + by];
    if (next) this.#go(next.position);
    else if (by > 0) this.#show('review');
  }

  #show(view: 'question' | 'review' | 'confirm'): void {
    this.#view = view;
    this.requestUpdate();
  }

  get #bars(): Bars {
    return {
      toggleClock: () => {
        this.#clockHidden = !this.#clockHidden;
        memory.set(HIDDEN, this.#clockHidden ? '1' : null);
        this.requestUpdate();
      },
      toggleNavigator: () => {
        this.#navigator = !this.#navigator;
        this.requestUpdate();
        if (this.#navigator) void this.updateComplete.then(() => this.querySelector<HTMLElement>('#navigator-head')?.focus());
      },
      tool: (tool) => {
        this.#tool = this.#tool === tool ? undefined : tool;
        this.querySelector<HTMLDetailsElement>('details.menu')?.removeAttribute('open');
        this.requestUpdate();
        void this.updateComplete.then(() => this.querySelector<HTMLElement>(this.#tool ? '#tool-title' : '#question-head')?.focus());
      },
      flag: () => {
        const { position } = this.#sitting;
        if (this.#view === 'question') this.#sitting.give(position, { flagged: !this.#sitting.response(position).flagged }, 'flagged');
      },
      previous: () => this.#view === 'question' && this.#step(-1),
      next: () => this.#view === 'question' && this.#step(1),
      review: () => {
        this.querySelector<HTMLDetailsElement>('details.menu')?.removeAttribute('open');
        if (['answering', 'elsewhere'].includes(this.#sitting.phase)) this.#show(this.#view === 'question' ? 'review' : 'question');
      },
      check: () => void this.#sitting.check(this.#sitting.position)
        .then(() => this.updateComplete).then(() => this.querySelector<HTMLElement>('#release-head')?.focus()),
    };
  }

  get #lead(): Leading {
    return {
      go: (position) => this.#go(position),
      filter: (filter) => {
        this.#filter = filter;
        this.requestUpdate();
      },
      back: () => this.#show('question'),
      handIn: () => this.#sitting.phase === 'answering' && this.#show('confirm'),
      confirm: () => {
        this.#view = 'question';
        void (this.#sitting.next ? this.#sitting.leaveSection() : this.#sitting.submit());
      },
    };
  }

  #rest = {
    takeOver: () => void this.#lock.take(true).then(() => this.#sitting.start()),
    decide: (positions: Set<number>) => void this.#sitting.decide(positions),
    retry: () => this.#sitting.retry(),
    endBreak: () => void this.#sitting.endBreak(),
  };

  #bench(): Bench {
    return {
      marks: this.#sitting.response(this.#sitting.position).marks,
      scratch: this.#scratch,
      close: () => this.#tool && this.#bars.tool(this.#tool),
      note: (note) => this.#mark({ note }, 'note'),
      scribble: (words) => memory.set(`cw-scratch-${this.code}`, (this.#scratch = words)),
      highlight: (highlights) => this.#mark({ highlights }, 'struck'),
      selected: selectedPiece,
      redraw: () => this.requestUpdate(),
    };
  }

  #timeWords(): string {
    const { left } = this.#sitting;
    if (left === null) return text('runner.no-limit');
    const minutes = Math.floor(left / 60_000);
    return minutes >= 60 ? text('runner.time-hours', Math.floor(minutes / 60), minutes % 60) : text('runner.time-minutes', minutes, Math.floor(left / 1000) % 60);
  }

  #say(words: string): void {
    announce(words);
    this.#toast = words;
    clearTimeout(this.#fading);
    this.#fading = window.setTimeout(() => {
      this.#toast = '';
      this.requestUpdate();
    }, 8000);
    this.requestUpdate();
  }

  async #leave(url: string): Promise<void> {
    memory.set(`cw-scratch-${this.code}`, null);
    await forgetPage(this.base).catch(() => undefined);
    location.replace(url);
  }
}

customElements.define('cw-exam', Exam);
