import { announce, make, text } from '../dom';

const SEAT = '/media/seat';

/** Where somebody watches who is refused here, as the server tells it. */
export interface Elsewhere {
  others: number;
  /** The one that would stop, such as "Firefox, Linux"; may be empty. */
  browser: string;
  seconds: number;
}

/** Asks for a seat for this browser, `instead` even if another one has to stop; answers why there is none. */
export async function takeSeat(instead = false): Promise<Elsewhere | undefined> {
  try {
    const answer = await fetch(SEAT, { method: 'POST', body: new URLSearchParams({ instead: String(instead) }) });
    return answer.status === 409 ? ((await answer.json()) as Elsewhere) : undefined;
  } catch {
    return undefined; // without a network it is told by what fails next
  }
}

/** Says over the picture where somebody watches, and offers to go on here; returns what takes that away. */
export function offerSeat(box: HTMLElement, { others, browser, seconds }: Elsewhere, here: () => void): () => void {
  const there = [browser, ago(seconds)].filter(Boolean).join(', ');
  const words = others > 1 ? text('player.seat.many', others, there) : text('player.seat.one', there);
  const go = make('button', { class: 'btn primary large', type: 'button' }, text('player.seat.here'));
  const panel = make('div', { class: 'elsewhere', role: 'group', 'aria-label': text('player.seat.here') }, make('p', {}, words), go);
  go.addEventListener('click', () => {
    go.disabled = true;
    here();
  });
  announce(words);
  box.append(panel);
  go.focus({ preventScroll: true });
  return () => panel.remove();
}

function ago(seconds: number): string {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang || 'en');
  if (seconds < 60) return format.format(-Math.max(1, Math.round(seconds)), 'second');
  return seconds < 3600 ? format.format(-Math.round(seconds / 60), 'minute') : format.format(-Math.round(seconds / 3600), 'hour');
}
