import { text } from '../dom';
import type { Answer, Asked, Option, Response } from './contract';

export type Progress = 'unseen' | 'incomplete' | 'complete';

/** How far an answer is, as the navigator says it. */
export function progress(question: Asked, response: Response | undefined): Progress {
  if (!response) return 'unseen';
  return isComplete(question, response.answer) ? 'complete' : 'incomplete';
}

export function isComplete({ kind, choose, options, left, steps }: Asked, answer: Answer | null): boolean {
  switch (kind) {
    case 'single':
    case 'fill':
    case 'numeric':
    case 'essay':
      return word(answer).trim() !== '';
    case 'multiple':
    case 'hotspot':
      return list(answer).length > 0 && (choose === 0 || list(answer).length === choose);
    case 'order':
      return list(answer).length === options.length;
    case 'match':
      return left.every(({ id }) => pairs(answer)[id]);
    case 'yes-no-series':
      return options.every(({ id }) => pairs(answer)[id]);
    case 'lab':
      return steps.every(({ id }) => pairs(answer)[id]?.trim());
  }
}

export const word = (answer: Answer | null): string => (typeof answer === 'string' ? answer : '');

export const list = (answer: Answer | null): (string | [number, number])[] => (Array.isArray(answer) ? answer : []);

export const ids = (answer: Answer | null): string[] => list(answer).filter((one) => typeof one === 'string');

export const points = (answer: Answer | null): [number, number][] => list(answer).filter((one) => typeof one !== 'string');

export const pairs = (answer: Answer | null): Record<string, string> =>
  (typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {});

/** With one pair more, or with one less where the value is empty; null where none is left. */
export function paired(answer: Answer | null, key: string, value: string): Answer | null {
  const next = { ...pairs(answer) };
  if (value === '') delete next[key];
  else next[key] = value;
  return Object.keys(next).length === 0 ? null : next;
}

/** With an id more or less, in the order of the options; null where none is left. */
export function toggled(answer: Answer | null, id: string, options: Option[]): Answer | null {
  const now = ids(answer);
  const next = options.map((option) => option.id).filter((one) => (one === id ? !now.includes(id) : now.includes(one)));
  return next.length === 0 ? null : next;
}

/** What a letter does to an answer; undefined where the question has no such option. */
export function lettered(question: Asked, answer: Answer | null, at: number): Answer | null | undefined {
  const option = question.options[at];
  if (!option) return undefined;
  if (question.kind === 'single') return option.id;
  return question.kind === 'multiple' ? toggled(answer, option.id, question.options) : undefined;
}

/** Moves one of a list to another place. */
export function moved(order: string[], from: number, to: number): string[] {
  const next = [...order];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** HTML as the text that one reads. */
export function plain(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.textContent?.trim() ?? '';
}

/** An answer as a person would say it. */
export function inWords(question: Asked, answer: Answer | null): string {
  if (answer === null) return text('runner.no-answer');
  const name = (options: Option[], id: string) => {
    const at = options.findIndex((option) => option.id === id);
    return at < 0 ? id : plain(options[at]!.html);
  };
  const letter = (id: string) => {
    const at = question.options.findIndex((option) => option.id === id);
    return at < 0 ? id : `${String.fromCharCode(65 + at)}: ${name(question.options, id)}`;
  };
  switch (question.kind) {
    case 'single':
      return letter(word(answer));
    case 'multiple':
      return ids(answer).map(letter).join('; ');
    case 'order':
      return ids(answer).map((id) => name(question.options, id)).join(' → ');
    case 'match':
      return Object.entries(pairs(answer)).map(([left, right]) => `${name(question.left, left)} → ${name(question.right, right)}`).join('; ');
    case 'yes-no-series':
      return Object.entries(pairs(answer)).map(([id, value]) => `${name(question.options, id)}: ${yesOrNo(value)}`).join('; ');
    case 'hotspot':
      return [...ids(answer).map((id) => name(question.areas, id)), ...points(answer).map(([x, y]) => text('runner.point', Math.round(x), Math.round(y)))].join('; ');
    case 'lab':
      return Object.entries(pairs(answer)).map(([id, value]) => `${name(question.steps, id)}: ${value}`).join('\n');
    default:
      return Array.isArray(answer) ? answer.join(' / ') : word(answer);
  }
}

export const yesOrNo = (value: string): string => text(value === 'yes' ? 'runner.yes' : 'runner.no');

/** A text for one, and one for all other numbers. */
export const counted = (count: number, one: string, many: string): string => text(count === 1 ? one : many, count);
