import type { Api, Handed, Reply } from '../src/exam/api';
import type { Answer, Asked, Batch, Form, Given, Refused, Response, Saved, State } from '../src/exam/contract';

/** An exam room in memory that keeps the rules of the server: a lease, an order of batches, a clock of its own. */
export class Room {
  epoch = 0;
  holder = '';
  now = 0;
  deadline: number | null = 90 * 60_000;
  stage: State['state'] = 'OPEN';
  section = 0;
  resting: number | null = null;
  late: Given[] = [];
  readonly responses = new Map<number, Response & { epoch: number; ms: number; changes: number }>();
  readonly batches: { epoch: number; seq: number; positions: number[] }[] = [];
  policy: State['policy'] = { timed: true, feedback: 'END', back: true, strike: true, calculator: true, notes: true };

  constructor(readonly form: Form = paper(6)) {}

  saved(seq: number, counts = true): Saved {
    return {
      epoch: this.epoch, seq, counts, remaining: this.deadline === null ? null : Math.max(0, this.deadline - this.now),
      sectionRemaining: null, breakRemaining: this.resting, state: this.stage, section: this.section,
      savedAt: '2026-11-27T10:00:00Z', reason: null,
    };
  }

  state(previous: State['previous'] = 'none'): State {
    const seq = Math.max(0, ...this.batches.filter((batch) => batch.epoch === this.epoch).map((batch) => batch.seq));
    return {
      ...this.saved(seq), mode: 'simulation', previous, policy: this.policy, answersCountUntil: null,
      responses: [...this.responses.values()].map(({ epoch: _, ms: __, changes: ___, ...response }) => ({ ...response })),
    };
  }

  lease(holder: string): State {
    const previous = this.holder === '' ? 'none' : this.holder === holder ? 'same' : 'other';
    if (previous !== 'same') this.epoch += 1;
    this.holder = holder;
    return this.state(previous);
  }

  save({ epoch, seq, answers }: Batch): Reply<Saved> {
    if (epoch !== this.epoch) return { kind: 'stale', epoch: this.epoch };
    if (this.stage !== 'OPEN' || (this.deadline !== null && this.now > this.deadline + 5000)) {
      this.late.push(...answers);
      if (this.stage === 'OPEN') this.stage = 'EXPIRED';
      return { kind: 'ok', body: this.saved(seq, false) };
    }
    if (!this.batches.some((batch) => batch.epoch === epoch && batch.seq === seq))
      this.batches.push({ epoch, seq, positions: answers.map((given) => given.position) });
    const refused: Refused['refused'] = [];
    for (const given of answers) {
      if (!this.form.questions.some((question) => question.position === given.position)) {
        refused.push({ position: given.position, reason: 'no such question' });
        continue;
      }
      const { position, answer, flagged, marks, ms, changes } = given;
      const before = this.responses.get(position);
      if (before && (before.epoch > epoch || (before.epoch === epoch && before.seq >= seq))) continue;
      this.responses.set(position, {
        position, answer, flagged, marks, released: null, locked: false, seq, epoch,
        ms: ms + (before?.ms ?? 0), changes: changes + (before?.changes ?? 0),
      });
    }
    return refused.length > 0 ? { kind: 'refused', body: { saved: this.saved(seq), refused } } : { kind: 'ok', body: this.saved(seq) };
  }

  submit(batch: Batch): Reply<Handed> {
    const reply = this.save(batch);
    if (reply.kind === 'stale') return reply;
    this.stage = 'SUBMITTED';
    return { kind: 'ok', body: { state: 'SUBMITTED', url: '/attempts/x/result' } };
  }

  answer(position: number): Answer | null | undefined {
    return this.responses.get(position)?.answer;
  }
}

/** A line to a room that can be cut: before a request arrives, or after it, so that its reply is lost. */
export class Line implements Api {
  cut: 'no' | 'before' | 'after' = 'no';
  /** Cuts by itself, one letter a request: `b`efore, `a`fter, anything else lets it pass. */
  plan = '';
  requests = 0;

  constructor(private readonly room: Room) {}

  form = (section: number) => this.#over(() => ({
    kind: 'ok' as const,
    body: this.room.form.sections.some((one) => one.oneWay)
      ? { ...this.room.form, questions: this.room.form.questions.filter(({ position }) =>
        position >= this.room.form.sections[section]!.from && position < this.room.form.sections[section]!.to) }
      : this.room.form,
  }));
  lease = (holder: string) => this.#over(() => ({ kind: 'ok' as const, body: this.room.lease(holder) }));
  state = () => this.#over(() => ({ kind: 'ok' as const, body: this.room.state() }));
  save = (batch: Batch) => this.#over(() => this.room.save(JSON.parse(JSON.stringify(batch)) as Batch));
  submit = (batch: Batch) => this.#over(() => this.room.submit(JSON.parse(JSON.stringify(batch)) as Batch));
  release = (_epoch: number, _seq: number, position: number) => this.#over(() => ({
    kind: 'ok' as const,
    body: { position, fraction: 1, parts: {}, key: { right: ['a'], pairs: {}, accepted: [], why: { a: 'Because.' }, explanation: '', references: [] } },
  }));
  leave = (_epoch: number, section: number) => this.#over(() => {
    this.room.section = section + 1;
    this.room.resting = (this.room.form.sections[section]?.breakMinutes ?? 0) * 60_000 || null;
    return { kind: 'ok' as const, body: this.room.state('same') };
  });
  endBreak = () => this.#over(() => {
    this.room.resting = null;
    return { kind: 'ok' as const, body: this.room.state('same') };
  });

  async #over<T>(work: () => Reply<T>): Promise<Reply<T>> {
    const cut = this.plan[this.requests++] ?? '';
    await Promise.resolve();
    if (this.cut === 'before' || cut === 'b') return { kind: 'lost', after: 0 };
    const reply = work();
    return this.cut === 'after' || cut === 'a' ? { kind: 'lost', after: 0 } : reply;
  }
}

/** A paper of single choices, in as many sections as it says. */
export function paper(count: number, oneWayEvery = count): Form {
  const questions: Asked[] = Array.from({ length: count }, (_, position) => ({
    position, stimulus: null, noReturn: false, kind: 'single', title: `Question ${position + 1}?`, stem: '', choose: 0,
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id, html: `Option ${id}` })),
    left: [], right: [], pool: [], areas: [], steps: [],
  }));
  const sections = Array.from({ length: Math.ceil(count / oneWayEvery) }, (_, at) => ({
    title: `Part ${at + 1}`, from: at * oneWayEvery, to: Math.min(count, (at + 1) * oneWayEvery),
    oneWay: oneWayEvery < count, minutes: null, breakMinutes: null,
  }));
  return { exam: 'Git basics', sections, questions, stimuli: {} };
}
