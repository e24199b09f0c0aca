import type { Api, Reply } from './api';
import { Countdown, passed, shifted } from './clock';
import type { Action, Asked, Given, Response, Saved, Section, State } from './contract';
import { Outbox } from './outbox';
import { Paper } from './paper';
import { Pen, type Change } from './pen';
import { Post } from './post';
import type { Shelf } from './shelf';

/**
 * `asking`: this device has answers that another device does not know of. `elsewhere`: another tab or device holds the
 * attempt. `turning`: a section is over and the next is not open yet. `handing`: handed in here, the server does not know yet.
 */
export type Phase =
  | 'loading' | 'unreachable' | 'asking' | 'answering' | 'break' | 'elsewhere' | 'turning' | 'handing' | 'ended';

/** Who listens to a sitting: a page. */
export interface Hearing {
  changed(): void;
  /** Something to be said once, by the key of its text. */
  said(key: string, ...values: (string | number)[]): void;
  ended(url: string): void;
}

/** One student in one attempt, on this device: the truth of the page, apart from how it looks. */
export class Sitting {
  phase: Phase = 'loading';
  state: State | undefined;
  position = 0;
  readonly paper: Paper;
  readonly time = new Countdown();
  readonly sectionTime = new Countdown();
  readonly breakTime = new Countdown();
  /** What is here and nowhere else, while another device holds the attempt or did so before. */
  unsent = new Map<number, Given>();
  readonly post: Post;

  readonly #outbox: Outbox;
  readonly #pen: Pen;
  #syncing: Promise<void> | undefined;
  #before: number | null = null;

  constructor(
    private readonly api: Api,
    private readonly shelf: Shelf,
    private readonly holder: string,
    private readonly result: string,
    private readonly hearing: Hearing,
  ) {
    this.paper = new Paper(api);
    this.#outbox = new Outbox(shelf);
    this.post = new Post(api, this.#outbox, {
      changed: () => hearing.changed(),
      said: (...words) => hearing.said(...words),
      heard: (saved) => this.#heard(saved),
      stale: () => this.yield(),
      fellBack: () => this.#again(),
      refused: () => this.#refused(),
      over: (url) => this.#end(url),
    });
    this.#pen = new Pen(this.post);
  }

  get question(): Asked | undefined {
    return this.paper.question(this.position);
  }

  /** The section behind the next door; undefined where none is left. */
  get next(): Section | undefined {
    return this.paper.form?.sections[this.paper.end(this.state?.section ?? 0) + 1];
  }

  /** Questions of the section that is open; all where one may go back and forth between sections. */
  get open(): Asked[] {
    return this.paper.open(this.state?.section ?? 0);
  }

  /** What is left of the section or of the whole, whichever is less; null = without a limit. */
  get left(): number | null {
    const [whole, section] = [this.time.left, this.sectionTime.left];
    return whole === null ? section : section === null ? whole : Math.min(whole, section);
  }

  /** Positions whose answers are on this device only. */
  get waiting(): number {
    return this.#outbox.waiting;
  }

  response = (position: number): Response => this.#pen.response(position);
  seen = (position: number): boolean => this.#pen.responses.has(position);

  writable(position: number): boolean {
    const { locked, released } = this.response(position);
    return this.phase === 'answering' && !locked && !released;
  }

  reachable(position: number): boolean {
    const question = this.open.find((one) => one.position === position);
    if (!question || (question.noReturn && this.response(position).locked)) return false;
    return this.state?.policy.back !== false || position >= this.position;
  }

  /** Takes the attempt to this tab. */
  async start(): Promise<void> {
    this.#phase('loading');
    await this.#outbox.load();
    const [lease] = await Promise.all([this.api.lease(this.holder), this.paper.load(0)]);
    if (lease.kind === 'ok') return this.#adopt(lease.body);
    const known = this.#outbox.marker?.state;
    if (lease.kind === 'lost' && this.paper.form && known) return this.#resume(known);
    const state = lease.kind === 'denied' ? await this.api.state() : undefined;
    if (state?.kind === 'ok' && isOver(state.body)) return this.#end();
    this.post.line = lease.kind === 'lost' ? 'lost' : 'gone';
    this.#phase('unreachable');
    this.post.later(() => void this.start());
  }

  /** Looks on while another tab or device holds the attempt. */
  async watch(): Promise<void> {
    const [state] = await Promise.all([this.api.state(), this.paper.load(0)]);
    if (state.kind === 'ok') {
      if (isOver(state.body)) return this.#end();
      this.state = state.body;
      this.#pen.install(state.body.responses);
      await this.paper.load(state.body.section);
      this.#heard(state.body);
    }
    this.#phase(this.paper.form && this.state ? 'elsewhere' : 'unreachable');
  }

  /** Another tab or device has taken the attempt: what this one has is shown, nothing more is sent. */
  async yield(): Promise<void> {
    if (this.phase === 'elsewhere' || this.phase === 'ended') return;
    await this.#pen.rest();
    this.unsent = this.#outbox.unsent();
    this.#outbox.close();
    this.post.stop();
    this.#phase('elsewhere');
    await this.watch();
  }

  /** The student has said which answers of this device are to be kept. */
  async decide(positions: Set<number>): Promise<void> {
    if (!this.state) return;
    await this.#outbox.choose(this.state, positions);
    this.unsent.clear();
    await this.#install(this.state);
  }

  /** What a student does to a question: shown at once, on the disk and on its way right after. */
  give(position: number, change: Change, kind: Action['kind'], typed = false): void {
    if (this.phase !== 'answering' || ('answer' in change && !this.writable(position))) return;
    this.#pen.change(position, change, kind, typed);
    this.hearing.changed();
  }

  move(position: number): void {
    const { question } = this;
    if (position === this.position || !this.reachable(position)) return;
    void this.#pen.rest();
    if (this.phase === 'answering' && question) {
      this.#pen.set(question.position, question.noReturn ? { locked: true } : {});
      void this.#pen.keep(question.position, 0, 'moved', question.noReturn);
    }
    this.position = position;
    this.#pen.at(position);
    void this.#outbox.mark({ position });
    this.hearing.changed();
  }

  /** The page has gone out of sight, or come back. */
  async sight(visible: boolean): Promise<void> {
    if (visible) await this.sync();
    if (this.phase !== 'answering') return;
    if (visible) {
      this.#pen.at(this.position);
      return this.#pen.note('focus');
    }
    await this.#pen.rest();
    await this.#pen.keep(this.position, 0, 'blur');
    await this.post.flush();
  }

  /** Asks whether the answer is right, where the policy tells that at once. */
  async check(position: number): Promise<void> {
    await this.#pen.rest();
    await this.post.flush();
    if (this.waiting > 0) return this.hearing.said('runner.needs-connection');
    const reply = await this.api.release(this.#outbox.epoch, await this.#outbox.number(), position);
    if (reply.kind === 'stale') return this.yield();
    if (reply.kind !== 'ok') return this.hearing.said(reply.kind === 'lost' ? 'runner.needs-connection' : 'runner.check-not');
    this.#pen.set(position, { released: reply.body, locked: true });
    await this.shelf.keepResponses([...this.#pen.responses.values()]);
    this.hearing.changed();
  }

  /** Hands in; without a connection it does so by itself later. */
  async submit(): Promise<void> {
    if (this.phase === 'handing' || this.phase === 'ended') return;
    this.#phase('handing');
    await this.#pen.rest();
    await this.#pen.keep(this.position, 0, 'moved');
    this.post.submits = true;
    await this.post.flush();
    if (this.post.submits) await this.post.flush(); // one was on its way before this was said
  }

  /** Leaves the section for good. */
  async leaveSection(): Promise<void> {
    const { state, phase } = this;
    if (!state) return;
    const end = this.paper.end(state.section);
    this.#phase('turning');
    await this.#pen.rest();
    if (phase === 'answering') await this.#pen.keep(this.position, 0, 'moved');
    await this.post.flush();
    let reply = this.waiting > 0 ? undefined : await this.api.leave(this.#outbox.epoch, state.section);
    for (let at = state.section + 1; reply?.kind === 'ok' && at <= end; at++) reply = await this.api.leave(this.#outbox.epoch, at);
    if (reply?.kind === 'ok') return this.#install(reply.body);
    if (reply?.kind === 'stale') return this.yield();
    if (this.sectionTime.isUp) return this.post.later(() => void this.leaveSection());
    this.#phase('answering');
    this.hearing.said('runner.needs-connection');
  }

  endBreak(): Promise<void> {
    return this.#take(this.api.endBreak());
  }

  /** Asks the server how things stand: after sleep, after a break, when the page comes back into sight. */
  sync(): Promise<void> {
    this.#syncing ??= this.#sync().finally(() => (this.#syncing = undefined));
    return this.#syncing;
  }

  async #sync(): Promise<void> {
    if (['loading', 'unreachable', 'asking', 'ended'].includes(this.phase)) return;
    if (this.phase === 'elsewhere') return this.watch();
    const reply = await this.api.state();
    if (reply.kind !== 'ok') return;
    const state = reply.body;
    if (isOver(state)) return this.#end();
    if (state.epoch > this.#outbox.epoch) return this.yield();
    if (this.#outbox.revive(state.epoch, state.seq)) void this.post.flush();
    this.#heard(state);
    const resting = state.breakRemaining !== null;
    const turned = state.section !== this.state?.section || resting !== (this.phase === 'break');
    if (turned && ['answering', 'break'].includes(this.phase)) await this.#install(state);
    this.hearing.changed();
  }

  hearLease = (epoch: number): void => {
    if (epoch > this.#outbox.epoch && this.phase !== 'loading') void this.yield();
  };

  /** Twice a second: what time alone brings about. */
  tick(): void {
    const { left } = this;
    const minutes = passed(this.#before, left);
    this.#before = left;
    if (minutes) this.hearing.said(minutes === 1 ? 'runner.minute-left' : 'runner.minutes-left', minutes);
    if (this.time.slept() || (this.phase === 'break' && this.breakTime.isUp)) void this.sync();
    if (this.phase !== 'answering') return;
    if (this.time.isUp) {
      void this.submit();
      this.hearing.said('runner.time-up');
    } else if (this.sectionTime.isUp) void this.leaveSection();
  }

  /** The connection may be back. */
  retry(): void {
    this.post.hope();
    if (this.phase === 'unreachable') void this.start();
    else void this.post.flush().then(() => this.sync());
  }

  async #again(): Promise<boolean> {
    this.#outbox.revive(0, 0);
    const lease = await this.api.lease(this.holder);
    if (lease.kind !== 'ok') return false;
    await this.#outbox.restamp(lease.body);
    return true;
  }

  /** What the server does not take at all will not be better the next time. */
  async #refused(): Promise<void> {
    this.hearing.said('runner.not-taken');
    this.post.submits = false;
    if (this.phase === 'handing') this.#phase('answering');
    await this.sync();
  }

  async #take(asked: Promise<Reply<State>>): Promise<void> {
    const reply = await asked;
    if (reply.kind === 'ok') await this.#install(reply.body);
    else if (reply.kind === 'stale') await this.yield();
    else this.hearing.said('runner.needs-connection');
  }

  /** The attempt is this tab's: what an earlier page of this browser left is sent, or asked about first. */
  async #adopt(state: State): Promise<void> {
    const { epoch } = this.#outbox;
    this.state = state;
    if (isOver(state)) {
      await this.#outbox.restamp(state);
      return this.#end();
    }
    if (this.#outbox.isEmpty || state.previous !== 'other' || state.epoch <= epoch + 1) {
      await this.#outbox.restamp(state);
      return this.#install(state);
    }
    this.unsent = this.#outbox.unsent();
    this.#pen.install(state.responses);
    await this.paper.load(state.section);
    this.#phase('asking');
  }

  /** Without a connection, from what this browser knew last. */
  async #resume(state: State): Promise<void> {
    const marker = this.#outbox.marker!;
    this.state = state;
    await this.paper.load(state.section);
    this.#pen.install(await this.shelf.responses());
    this.time.restore(marker.time);
    this.sectionTime.restore(marker.sectionTime);
    this.position = marker.position;
    this.post.line = 'lost';
    this.#begin(state);
    this.post.later(() => void this.post.flush());
  }

  async #install(state: State): Promise<void> {
    const moved = this.state?.section !== state.section || ['loading', 'asking'].includes(this.phase) || !this.question;
    this.state = state;
    this.#pen.install(state.responses);
    for (const { position, answer, flagged, marks } of this.#outbox.unsent().values())
      this.#pen.set(position, { answer, flagged, marks });
    await this.paper.load(state.section);
    this.post.savedAt ??= new Date();
    this.post.line = 'ok';
    this.#heard(state);
    await this.shelf.keepResponses([...this.#pen.responses.values()]);
    if (moved) this.position = this.#place(this.#outbox.marker?.position ?? -1);
    await this.#outbox.mark({ state, position: this.position, ...this.#times() });
    this.#begin(state);
    void this.post.flush();
  }

  #begin(state: State): void {
    this.#pen.at(this.position);
    this.post.open = true;
    this.post.submits = this.#outbox.submits;
    if (this.post.submits) return this.#phase('handing');
    this.#phase(state.breakRemaining !== null ? 'break' : 'answering');
  }

  /** Where somebody goes on: where they were, or at the first question without an answer. */
  #place(last: number): number {
    const open = this.open.filter(({ position, noReturn }) => !(noReturn && this.response(position).locked));
    return (open.find(({ position }) => position === last)
      ?? open.find(({ position }) => this.response(position).answer === null)
      ?? open.at(-1))?.position ?? 0;
  }

  #heard(saved: Saved): void {
    const before = this.left;
    this.time.set(saved.remaining);
    this.sectionTime.set(saved.sectionRemaining);
    this.breakTime.set(saved.breakRemaining);
    this.#before = this.left;
    const shift = this.phase === 'answering' ? shifted(before, this.left) : undefined;
    if (shift) this.hearing.said(...shift);
    if (this.post.open) void this.#outbox.mark(this.#times());
    if (isOver(saved)) void this.#end();
  }

  /** The attempt is over; what did not arrive in time is kept by the server as late. */
  async #end(url = this.result): Promise<void> {
    if (this.phase === 'ended') return;
    this.post.stop();
    this.#phase('ended');
    for (let batch = await this.#outbox.next(); batch; batch = await this.#outbox.next()) {
      const reply = await this.api.save(batch);
      if (reply.kind === 'lost' || reply.kind === 'stale') return this.hearing.ended(url);
      await this.#outbox.acknowledge(batch);
    }
    await this.#outbox.clear();
    this.hearing.ended(url);
  }

  #times = () => ({ time: this.time.reading(), sectionTime: this.sectionTime.reading() });

  #phase(phase: Phase): void {
    this.phase = phase;
    this.hearing.changed();
  }
}

/** Where only the time of a section is over, answers do not count either, but the attempt goes on. */
const isOver = ({ state, counts, remaining }: Saved) => state !== 'OPEN' || (!counts && remaining !== null && remaining <= 0);
