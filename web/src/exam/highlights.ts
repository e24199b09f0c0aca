import type { Highlight } from './contract';

/** A stretch of the question's text. */
export interface Piece extends Highlight {
  words: string;
}

const NAME = 'cw-exam';

/** Whether this browser can colour text without changing the page. */
export const canHighlight = (): boolean => 'highlights' in CSS && typeof globalThis.Highlight === 'function';

const part = (name: string) => document.querySelector<HTMLElement>(`cw-exam [data-marks="${CSS.escape(name)}"]`);

/** Colours what is marked; nothing of the page is touched. */
export function paintHighlights(highlights: Highlight[]): void {
  if (!canHighlight()) return;
  const ranges = highlights.flatMap((one) => rangeOf(one) ?? []);
  if (ranges.length === 0) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new globalThis.Highlight(...ranges));
}

/** What somebody has selected, as characters of a part of the question. */
export function selectedPiece(): Highlight | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const root = (range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement)
    ?.closest<HTMLElement>('[data-marks]');
  if (!root?.dataset['marks']) return undefined;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const to = from + range.toString().length;
  return to > from ? { in: root.dataset['marks'], from, to } : undefined;
}

/** The sentences of the question, for those who do not select with a pointer. */
export function sentences(): Piece[] {
  return ['title', 'stem'].flatMap((name) => {
    const whole = part(name)?.textContent ?? '';
    return [...whole.matchAll(/[^.!?\n]+(?:[.!?]+(?=\s|$)|\n|$|[.!?])+/g)].flatMap((found) => {
      const words = found[0].trim();
      const from = found.index + found[0].indexOf(words);
      return words.length > 2 ? [{ in: name, from, to: from + words.length, words }] : [];
    });
  });
}

function rangeOf({ in: name, from, to }: Highlight): Range | undefined {
  const root = part(name);
  if (!root) return undefined;
  const range = document.createRange();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let seen = 0;
  let begun = false;
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    const end = seen + node.length;
    if (!begun && from < end) {
      range.setStart(node, from - seen);
      begun = true;
    }
    if (begun && to <= end) {
      range.setEnd(node, to - seen);
      return range;
    }
    seen = end;
  }
  return undefined;
}
