import type { Api } from './api';
import type { Asked, Form, Section } from './contract';

/** What is asked in an attempt, as far as it is on this device; sections that one cannot go back to come one by one. */
export class Paper {
  form: Form | undefined;

  constructor(private readonly api: Api) {}

  get total(): number {
    return this.form?.sections.at(-1)?.to ?? this.form?.questions.length ?? 0;
  }

  question(position: number): Asked | undefined {
    return this.form?.questions.find((question) => question.position === position);
  }

  /** Fetches a section, unless it is here. */
  async load(section: number): Promise<void> {
    const wanted = this.form?.sections[section];
    if (wanted && this.question(wanted.from)) return;
    const reply = await this.api.form(section);
    if (reply.kind !== 'ok') return;
    const { questions, stimuli } = reply.body;
    const known = this.form?.questions.filter((old) => questions.every(({ position }) => position !== old.position)) ?? [];
    this.form = {
      ...reply.body,
      questions: [...known, ...questions].sort((a, b) => a.position - b.position),
      stimuli: { ...this.form?.stimuli, ...stimuli },
    };
  }

  /** The last section that is open while a section is: behind a door, nothing is. */
  end(section: number): number {
    const sections = this.form?.sections ?? [];
    let end = section;
    while (end < sections.length - 1 && !hasDoor(sections[end]!)) end++;
    return end;
  }

  /** Questions that one may go to while a section is open. */
  open(section: number): Asked[] {
    const end = this.end(section);
    const sections = this.form?.sections.filter((one, at) => at <= end && (at >= section || !isBound(one))) ?? [];
    return this.form?.questions.filter(({ position }) => sections.some(({ from, to }) => position >= from && position < to)) ?? [];
  }
}

const isBound = ({ oneWay, minutes }: Section) => oneWay || minutes !== null;
const hasDoor = (section: Section) => isBound(section) || section.breakMinutes !== null;
