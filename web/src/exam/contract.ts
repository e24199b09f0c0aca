// What the server and this page say to each other about an attempt. Times are milliseconds, `null` = without a limit.

export type Kind =
  | 'single' | 'multiple' | 'order' | 'match' | 'fill' | 'numeric' | 'hotspot' | 'yes-no-series' | 'lab' | 'essay';

export interface Option {
  id: string;
  html: string;
}

/**
 * A question as it is asked: no key of it is here. Texts are safe HTML.
 *
 * `title` what its heading asks, empty where the stem does. `stem` of a hotspot: its first picture is the one to point at.
 * `choose` how many are right, 0 = one, or any number. `pool` empty = a text is typed. `areas` empty = there is no list.
 */
export interface Asked {
  position: number;
  stimulus: string | null;
  noReturn: boolean;
  kind: Kind;
  title: string;
  stem: string;
  choose: number;
  options: Option[];
  left: Option[];
  right: Option[];
  pool: string[];
  areas: Option[];
  steps: Option[];
}

/** Positions from `from` up to and without `to`. */
export interface Section {
  title: string;
  from: number;
  to: number;
  oneWay: boolean;
  minutes: number | null;
  breakMinutes: number | null;
}

export interface Form {
  exam: string;
  sections: Section[];
  questions: Asked[];
  stimuli: Record<string, { title: string; html: string }>;
}

export type Answer = string | string[] | [number, number][] | Record<string, string>;

export interface Highlight {
  in: string;
  from: number;
  to: number;
}

export interface Marks {
  struck?: string[];
  note?: string;
  highlights?: Highlight[];
  confidence?: number;
}

/** What a student gave to one position; `ms` and `changes` add up on the server. */
export interface Given {
  position: number;
  answer: Answer | null;
  flagged: boolean;
  marks: Marks;
  ms: number;
  changes: number;
  left: boolean;
}

export interface Action {
  at: number;
  kind: 'shown' | 'chosen' | 'flagged' | 'moved' | 'blur' | 'focus' | 'struck' | 'note';
  position: number;
}

/** A key that was released. `right` of an order: in the right order. `pairs` of a series: statement to yes or no. */
export interface Key {
  right: string[];
  pairs: Record<string, string>;
  accepted: string[];
  number?: string;
  tolerance?: string;
  why: Record<string, string>;
  explanation: string;
  references: { title: string; url: string; checked: string | null }[];
}

/** `fraction` from 0 to 1; `null` = a person has to read it. */
export interface Released {
  position: number;
  fraction: number | null;
  parts: Record<string, boolean>;
  key: Key;
}

export type Stage = 'OPEN' | 'SUBMITTED' | 'EXPIRED' | 'VOID';

export interface Saved {
  epoch: number;
  seq: number;
  counts: boolean;
  remaining: number | null;
  sectionRemaining: number | null;
  breakRemaining: number | null;
  state: Stage;
  section: number;
  savedAt: string | null;
  reason: string | null;
}

export interface Response {
  position: number;
  answer: Answer | null;
  flagged: boolean;
  marks: Marks;
  released: Released | null;
  locked: boolean;
  seq: number;
}

export interface Policy {
  timed: boolean;
  feedback: 'END' | 'EACH';
  back: boolean;
  strike: boolean;
  calculator: boolean;
  notes: boolean;
}

export interface State extends Saved {
  mode: string;
  previous: 'none' | 'same' | 'other';
  responses: Response[];
  policy: Policy;
  answersCountUntil: string | null;
}

export interface Refused {
  refused: { position: number; reason: string }[];
  saved: Saved;
}

/** A batch of what was given, which keeps its number until the server has acknowledged it. */
export interface Batch {
  epoch: number;
  seq: number;
  answers: Given[];
  log: Action[];
}
