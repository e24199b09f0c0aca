// The application: Turbo with rules of its own, the scheme switch, keys, islands.
import * as Turbo from '@hotwired/turbo';
import { watchIslands } from './islands';
import { watchKeys } from './keys';
import { watchMenus, watchScheme } from './scheme';
import { localiseTimes } from './times';

document.documentElement.dataset['js'] = '';
watchScheme();
watchMenus();
watchKeys();
watchIslands();

// Turbo's own bar brings a style element, which our policy forbids: never show it, show ours after 300 ms.
Turbo.config.drive.progressBarDelay = 2 ** 31 - 1;
let busy = 0;
const idle = () => {
  clearTimeout(busy);
  delete document.documentElement.dataset['busy'];
};
for (const start of ['turbo:visit', 'turbo:submit-start'])
  document.addEventListener(start, () => {
    clearTimeout(busy);
    busy = window.setTimeout(() => (document.documentElement.dataset['busy'] = ''), 300);
  });
for (const end of ['turbo:load', 'turbo:render', 'turbo:submit-end', 'turbo:fetch-request-error'])
  document.addEventListener(end, idle);

// A page that is refreshed from the server must not take away what somebody is typing, nor what an island has made.
document.addEventListener('input', (event) => {
  (event.target as Element).closest('form')?.setAttribute('data-dirty', '');
});
document.addEventListener('submit', (event) => (event.target as Element).removeAttribute('data-dirty'));
document.addEventListener('reset', (event) => (event.target as Element).removeAttribute('data-dirty'));
document.addEventListener('turbo:before-morph-element', (event) => {
  if ((event.target as Element).closest('[data-island], form[data-dirty]')) event.preventDefault();
});

// To open a lesson is an event of its own: a pointer on its link is not enough.
document.addEventListener('turbo:before-prefetch', (event) => {
  if (/^\/learn\/[^/]+\/./.test((event.target as HTMLAnchorElement).pathname)) event.preventDefault();
});

// Whoever waits for a turn need not ask for it again.
document.querySelectorAll<HTMLFormElement>('form[data-again]').forEach((form) =>
  setTimeout(() => form.requestSubmit(), Number(form.dataset['again']) * 1000));

// What was done is said once, and goes by itself; what went wrong stays.
function fadeFlashes(): void {
  document.querySelectorAll<HTMLElement>('.flashes > .ok').forEach((flash) => setTimeout(() => flash.remove(), 8000));
}
document.addEventListener('turbo:load', fadeFlashes);

// Moments are told in the reader's time; of a row of tabs that is too long, the one that is open is in sight.
for (const shown of ['turbo:load', 'turbo:render'])
  document.addEventListener(shown, () => {
    localiseTimes();
    const tab = document.querySelector<HTMLElement>('.side [aria-current]');
    const row = tab?.closest('nav');
    if (tab && row) row.scrollLeft += tab.getBoundingClientRect().right - row.getBoundingClientRect().right + 24;
  });

// A page comes back from memory without menus open or things said.
document.addEventListener('turbo:before-cache', () => {
  document.querySelectorAll('.flashes > *').forEach((flash) => flash.remove());
  document.querySelectorAll<HTMLDetailsElement>('details.menu[open]').forEach((menu) => (menu.open = false));
});
