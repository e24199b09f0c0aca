import { make, memory, text } from './dom';

/** A key, what it does in words, and the deed. */
interface Binding {
  keys: string[];
  label: string;
  run(event: KeyboardEvent): void;
}

const bindings = new Set<Binding>();
const FIELDS = 'input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]';
const PRESSABLE = 'button, a[href], summary, input, [role=button], [role=menuitem], [role=slider]';
const OFF = 'cw-keys-off';

/** Binds single keys until the returned function is called. */
export function bind(keys: string[], label: string, run: (event: KeyboardEvent) => void): () => void {
  const binding = { keys, label, run };
  bindings.add(binding);
  return () => bindings.delete(binding);
}

/** One listener for all; `?` lists the keys. Elements with `data-hotkey` are pressed by their key. */
export function watchKeys(): void {
  if (document.documentElement.dataset['keys']) return;
  document.documentElement.dataset['keys'] = 'on';
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-keys-list]')) list();
  });
}

function onKey(event: KeyboardEvent): void {
  const target = event.target as Element;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (target.closest(FIELDS) || document.querySelector('dialog[open]')) return;
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === '?') return list();
  if (memory.get(OFF)) return;
  if ((key === 'Space' || key === 'Enter' || key.startsWith('Arrow')) && target.closest(PRESSABLE)) return;
  for (const binding of bindings) {
    if (!binding.keys.includes(key)) continue;
    event.preventDefault();
    binding.run(event);
    return;
  }
  const element = document.querySelector<HTMLElement>(`[data-hotkey="${CSS.escape(key)}"]`);
  if (!element) return;
  event.preventDefault();
  if (element.matches(FIELDS)) element.focus();
  else element.click();
}

function list(): void {
  const rows: [string[], string][] = [...bindings].map((one) => [one.keys, one.label]);
  document.querySelectorAll<HTMLElement>('[data-hotkey]').forEach((element) =>
    rows.push([[element.dataset['hotkey'] ?? ''], element.dataset['hotkeyLabel'] ?? element.textContent?.trim() ?? '']));
  const body = make('dl');
  for (const [keys, label] of rows)
    body.append(make('dt', {}, ...keys.map((key) => make('kbd', {}, name(key)))), make('dd', {}, label));
  const off = make('input', { type: 'checkbox', id: 'keys-off' });
  off.checked = memory.get(OFF) === null;
  off.addEventListener('change', () => memory.set(OFF, off.checked ? null : '1'));
  const close = make('button', { class: 'btn', type: 'submit' }, text('keys.close'));
  const dialog = make('dialog', { class: 'keys', 'aria-labelledby': 'keys-title' },
    make('form', { method: 'dialog' },
      make('h2', { id: 'keys-title' }, text('keys.title')),
      rows.length ? body : make('p', { class: 'muted' }, text('keys.none')),
      make('label', { class: 'choice', for: 'keys-off' }, off, text('keys.on')),
      close));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const NAMES: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const name = (key: string) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
