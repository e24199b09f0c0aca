import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Answer, Asked, Response } from './contract';

/** A question in front of somebody: what the views of all kinds need. */
export interface Showing {
  question: Asked;
  response: Response;
  writable: boolean;
  /** Whether options can be struck out. */
  strikes: boolean;
  answer(answer: Answer | null, typed?: boolean): void;
  strike(id: string): void;
}

/** HTML that the server has made safe. */
export const safe = (markup: string) => unsafeHTML(markup);

/** An icon of the sprite. */
export function sign(name: string): TemplateResult {
  return html`<svg class="icon" aria-hidden="true"><use href="${document.documentElement.dataset['icons'] ?? ''}#${name}"></use></svg>`;
}

/** Why something is right or wrong, once it is released. */
export function why({ response }: Showing, id: string): TemplateResult | null {
  const reason = response.released?.key.why[id];
  return reason ? html`<div class="why prose">${safe(reason)}</div>` : null;
}
