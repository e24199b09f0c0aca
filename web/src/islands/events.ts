import * as Turbo from '@hotwired/turbo';

/**
 * Hears the server: `<cw-events src="/studio/ada/videos/events">`.
 *
 * Event `progress`, data `{"id": "…", "percent": 40, "text": "…"}`: sets `<progress data-progress="ID">` and the text of
 * `[data-progress-text="ID"]`. Event `refresh`: morphs the page to its newest state. Unnamed events: Turbo streams.
 */
class Events extends HTMLElement {
  #source: EventSource | undefined;
  #refresh = 0;

  connectedCallback(): void {
    this.#source = new EventSource(this.getAttribute('src') ?? '');
    this.#source.addEventListener('message', (event: MessageEvent<string>) => Turbo.renderStreamMessage(event.data));
    this.#source.addEventListener('refresh', () => this.#refreshSoon());
    this.#source.addEventListener('progress', (event: MessageEvent<string>) => show(event.data));
  }

  disconnectedCallback(): void {
    this.#source?.close();
    clearTimeout(this.#refresh);
  }

  #refreshSoon(): void {
    clearTimeout(this.#refresh);
    this.#refresh = window.setTimeout(() => Turbo.session.refresh(document.baseURI), 200);
  }
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
