/** Light or dark: the choice lies in a cookie, so that the server knows it at the next page. */
export function watchScheme(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('.scheme')) return;
    const root = document.documentElement;
    const dark = root.dataset['scheme'] === 'dark'
      || (root.dataset['scheme'] !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    const chosen = dark ? 'light' : 'dark';
    root.dataset['scheme'] = chosen;
    document.cookie = `scheme=${chosen}; path=/; max-age=31536000; samesite=lax`;
  });
}

/** Menus made of `<details class="menu">` close on a click elsewhere and on Escape. */
export function watchMenus(): void {
  const close = (except?: Element | null) =>
    document.querySelectorAll<HTMLDetailsElement>('details.menu[open]').forEach((menu) => {
      if (menu !== except) menu.open = false;
    });
  document.addEventListener('click', (event) => close((event.target as Element).closest('details.menu')));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const menu = document.querySelector<HTMLDetailsElement>('details.menu[open]');
    if (!menu) return;
    close();
    menu.querySelector('summary')?.focus();
  });
}
