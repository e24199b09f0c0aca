/** The texts that the server gives a page for its islands, those of rare ones beside them. */
const TEXTS = 'script[data-texts]';
const texts: Record<string, string> = {};
const read = new WeakSet<Element>();

/** A text by key, with `{0}`, `{1}` … set in; the key itself where the page gives none. */
export function text(key: string, ...values: (string | number)[]): string {
  for (const part of document.querySelectorAll(TEXTS)) {
    if (read.has(part)) continue; // a visit of Turbo may bring further ones
    read.add(part);
    Object.assign(texts, JSON.parse(part.textContent || '{}'));
  }
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** Makes an element; children may be text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An icon of the sprite whose address stands on `<html data-icons>`. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${document.documentElement.dataset['icons'] ?? ''}#${name}`);
  svg.append(use);
  return svg;
}

/** Says something to screen readers, politely. */
export function announce(words: string): void {
  const region = document.getElementById('polite');
  if (region) region.textContent = words;
}

/** Seconds as 4:12 or 1:04:12. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const pad = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

/** Remembers a value in this browser; quietly does nothing where that is not allowed. */
export const memory = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // private mode
    }
  },
};
