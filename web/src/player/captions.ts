/** A line of the transcript. */
export interface Cue {
  from: number;
  to: number;
  text: string;
}

/** Reads WebVTT: cues in order, without tags; lines that are none are passed over. */
export function readCues(file: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of file.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    if (at < 0) continue;
    const [from, to] = (lines[at] ?? '').split('-->').map((time) => seconds(time.trim().split(/\s/)[0] ?? ''));
    const text = lines.slice(at + 1).join(' ').replace(/<[^>]*>/g, '').trim();
    if (from === undefined || to === undefined || !text) continue;
    cues.push({ from, to, text: plain(text) });
  }
  return cues;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ', '&lrm;': '', '&rlm;': '' };
const plain = (text: string) => text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity);

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
