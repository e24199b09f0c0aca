import * as Turbo from '@hotwired/turbo';

/**
 * Hears the server: `<cw-events src="/studio/ada/videos/events">`.
 *
 * Event `progress`, data `{"id": "…", "percent": 40, "text": "…"}`: sets `<progress data-progress="ID">` and the text of
 * `[data-progress-text="ID"]`. Event `refresh`: morphs the page to its newest state. Unnamed events: Turbo streams. With
 * `whole`, the page shows more than what they replace: it is refreshed when another `data-made` comes.
 */
class Events extends HTMLElement {
  #source: EventSource | undefined;
  #refresh = 0;

  connectedCallback(): void {
    this.#source = new EventSource(this.getAttribute('src') ?? '');
    this.#source.addEventListener('message', (event: MessageEvent<string>) => this.#replace(event.data));
    this.#source.addEventListener('refresh', () => this.#refreshSoon());
    this.#source.addEventListener('progress', (event: MessageEvent<string>) => show(event.data));
  }

  disconnectedCallback(): void {
    this.#source?.close();
    clearTimeout(this.#refresh);
  }

  #replace(streams: string): void {
    if (this.hasAttribute('whole') && tellsOfMore(streams)) this.#refreshSoon();
    Turbo.renderStreamMessage(streams);
  }

  #refreshSoon(): void {
    clearTimeout(this.#refresh);
    this.#refresh = window.setTimeout(() => Turbo.session.refresh(document.baseURI), 200);
  }
}

function tellsOfMore(streams: string): boolean {
  const message = document.createElement('template');
  message.innerHTML = streams;
  return [...message.content.querySelectorAll('template')].some(({ content }) => {
    const fresh = content.querySelector<HTMLElement>('[data-made]');
    const shown = fresh && document.getElementById(fresh.id);
    return shown && shown.dataset['made'] !== fresh.dataset['made'];
  });
}

function show(data: string): void {
  const { id, percent, text } = JSON.parse(data) as { id: string; percent?: number; text?: string };
  const name = CSS.escape(id);
  if (percent !== undefined)
    document.querySelectorAll<HTMLProgressElement>(`[data-progress="${name}"]`).forEach((bar) => (bar.value = percent));
  if (text !== undefined)
    document.querySelectorAll(`[data-progress-text="${name}"]`).forEach((line) => (line.textContent = text));
}

customElements.define('cw-events', Events);
