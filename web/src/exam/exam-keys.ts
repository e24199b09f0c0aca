import { text } from '../dom';
import { bind } from '../keys';

/** What keys do in an exam. */
export interface Keyed {
  /** Whether an option was there for the letter, from 0. */
  choose(at: number): boolean;
  strike(at: number): boolean;
  flag(): void;
  next(): void;
  previous(): void;
  review(): void;
  calculator(): void;
  tellTime(): void;
  submit(): void;
}

const LETTERS = 'abcdefgh';
/** So long `S` waits for its letter. */
const ARMED = 3000;

/** Binds them; the returned function takes them away. A letter that names an option chooses it; with Shift it is a tool. */
export function bindExamKeys(keyed: Keyed): () => void {
  let armed = -ARMED;
  const letter = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const at = LETTERS.includes(key) ? LETTERS.indexOf(key) : Number(key) - 1;
    const striking = performance.now() - armed < ARMED;
    armed = -ARMED;
    if (striking && keyed.strike(at)) return;
    if (!event.shiftKey && keyed.choose(at)) return;
    if (key === 'f') keyed.flag();
    if (key === 'c') keyed.calculator();
  };
  const undo = [
    bind([...LETTERS], text('runner.key.letters'), letter),
    bind([...'12345678'], text('runner.key.numbers'), letter),
    bind(['s'], text('runner.key.strike'), () => (armed = performance.now())),
    bind(['n', 'ArrowRight'], text('runner.key.next'), () => keyed.next()),
    bind(['p', 'ArrowLeft'], text('runner.key.previous'), () => keyed.previous()),
    bind(['f'], text('runner.key.flag'), () => keyed.flag()),
    bind(['c'], text('runner.key.calculator'), () => keyed.calculator()),
    bind(['r'], text('runner.key.review'), () => keyed.review()),
    bind(['t'], text('runner.key.time'), () => keyed.tellTime()),
    bind(['Ctrl+Enter'], text('runner.key.submit'), () => keyed.submit()),
  ];
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    keyed.submit();
  };
  document.addEventListener('keydown', onKey);
  return () => {
    undo.forEach((one) => one());
    document.removeEventListener('keydown', onKey);
  };
}
