import { announce, make, text } from '../dom';

const WAIT = 5;

/** After the end: the next lesson in five seconds, unless somebody says no. */
export function offerNext(box: HTMLElement, url: string, title: string, again: () => void): () => void {
  const counting = make('p');
  const go = make('a', { class: 'btn primary large', href: url }, text('player.next-now'));
  const stay = make('button', { class: 'btn', type: 'button' }, text('player.stay'));
  const replay = make('button', { class: 'btn', type: 'button' }, text('player.again'));
  const panel = make('div', { class: 'upnext', role: 'group', 'aria-label': text('player.next') },
    make('div', {}, text('player.next'), make('strong', {}, title)), counting, make('div', { class: 'row' }, go, stay, replay));
  let left = WAIT;
  const show = () => (counting.textContent = text('player.next-in', left));
  const timer = window.setInterval(() => {
    left -= 1;
    show();
    if (left <= 0) {
      clearInterval(timer);
      go.click();
    }
  }, 1000);
  const cancel = () => {
    clearInterval(timer);
    counting.textContent = '';
    stay.remove();
  };
  const close = () => {
    clearInterval(timer);
    panel.remove();
  };
  stay.addEventListener('click', cancel);
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && cancel());
  replay.addEventListener('click', () => {
    close();
    again();
  });
  show();
  announce(`${text('player.next')} ${title}`);
  box.append(panel);
  go.focus({ preventScroll: true });
  return close;
}
