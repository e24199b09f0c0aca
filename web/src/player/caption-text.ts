/** A caption as it is written: seconds, lines, and where it stands on the picture. */
export interface Caption {
  from: number;
  to: number;
  text: string;
  settings: string;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ' };

/** Reads our WebVTT; undefined where something in it is not understood, so that nothing of it gets lost. */
export function readCaptions(file: string): Caption[] | undefined {
  const captions: Caption[] = [];
  for (const block of file.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n').filter(Boolean);
    const at = lines.findIndex((line) => line.includes('-->'));
    if (at < 0) {
      if (block.trim() && !block.startsWith('WEBVTT')) return undefined;
      continue;
    }
    const [start = '', rest = ''] = (lines[at] ?? '').split('-->');
    const [end = '', ...settings] = rest.trim().split(/\s+/);
    const [from, to] = [readTime(start), readTime(end)];
    if (from === undefined || to === undefined || to <= from) return undefined;
    const text = lines.slice(at + 1).join('\n').replace(/&(amp|lt|gt|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);
    captions.push({ from, to, text, settings: settings.join(' ') });
  }
  return captions;
}

export function writeCaptions(captions: Caption[]): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const blocks = captions
    .filter((caption) => caption.text.trim())
    .map(({ from, to, text, settings }) =>
      `${writeTime(from, true)} --> ${writeTime(to, true)}${settings ? ` ${settings}` : ''}\n${escaped(text.trim().replace(/\n\s*\n/g, '\n'))}\n`);
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** `1:02.5`, `62.5` or `1:00:02.500` in seconds. */
export function readTime(text: string): number | undefined {
  const match = /^(?:(\d{1,4}):)?(?:(\d{1,2}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, one, two, seconds, part = '0'] = match;
  const minutes = two === undefined ? Number(one ?? 0) : Number(one) * 60 + Number(two);
  return minutes * 60 + Number(seconds) + Number(`0.${part}`);
}

/** `1:02.500`; `whole` = as files want it, `00:01:02.500`. */
export function writeTime(seconds: number, whole = false): string {
  const millis = Math.round(seconds * 1000);
  const pad = (number: number, length = 2) => String(number).padStart(length, '0');
  const [hours, minutes] = [Math.floor(millis / 3_600_000), Math.floor(millis / 60_000) % 60];
  const rest = `${pad(Math.floor(millis / 1000) % 60)}.${pad(millis % 1000, 3)}`;
  if (whole) return `${pad(hours)}:${pad(minutes)}:${rest}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}
