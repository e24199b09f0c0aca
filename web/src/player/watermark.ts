import { make } from '../dom';

const STAY = 12_000;

/**
 * The viewer's address over the picture, faint, somewhere else every twelve seconds; comes back when it is taken away.
 * Returns what ends it.
 */
export function watermark(box: HTMLElement, words: string): () => void {
  const mark = make('div', { class: 'watermark', 'aria-hidden': 'true' }, words);
  const move = () => {
    mark.style.setProperty('--x', String(Math.random()));
    mark.style.setProperty('--y', String(Math.random()));
  };
  const back = () => {
    if (mark.parentElement !== box) box.append(mark);
    if (mark.textContent !== words) mark.textContent = words;
    if (mark.className !== 'watermark' || mark.hidden) {
      mark.className = 'watermark';
      mark.hidden = false;
    }
  };
  const watch = new MutationObserver(back);
  move();
  back();
  watch.observe(box, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'hidden'] });
  const timer = window.setInterval(move, STAY);
  return () => {
    watch.disconnect();
    clearInterval(timer);
    mark.remove();
  };
}
