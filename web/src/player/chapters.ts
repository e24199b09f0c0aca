/** A part of a video. */
export interface Chapter {
  at: number;
  title: string;
}

/** The links of the list of chapters, which the page has also without a script. */
const LINKS = 'ol.chapters a[data-second]';

export function chaptersOf(page: ParentNode): Chapter[] {
  return [...page.querySelectorAll<HTMLElement>(LINKS)].map((link) => ({
    at: Number(link.dataset['second']),
    title: link.dataset['title'] ?? '',
  }));
}

/** As a WebVTT file at an address of its own, which players read. */
export function chaptersFile(chapters: Chapter[], duration: number): string {
  const cues = chapters
    .filter(({ at }) => at < duration)
    .map(({ at, title }, index, all) =>
      `${time(at)} --> ${time(all[index + 1]?.at ?? duration)}\n${title.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'))}`);
  return `data:text/vtt;charset=utf-8,${encodeURIComponent(['WEBVTT', ...cues].join('\n\n'))}`;
}

/** Links with `data-second` seek instead of loading the page again; the chapter that plays is marked. */
export function followChapters(seek: (seconds: number) => void): () => void {
  const onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLElement>('a[data-second]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    seek(Number(link.dataset['second']));
  };
  const onTime = (event: Event): void => {
    const now = (event as CustomEvent<number>).detail + 0.05;
    const links = [...document.querySelectorAll<HTMLElement>(LINKS)];
    const current = links.findLast((link) => Number(link.dataset['second']) <= now);
    for (const link of links)
      if (link !== current) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) link.setAttribute('aria-current', 'true');
  };
  document.addEventListener('click', onClick, true);
  document.addEventListener('cw-time', onTime);
  return () => {
    document.removeEventListener('click', onClick, true);
    document.removeEventListener('cw-time', onTime);
  };
}

function time(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${pad(hours)}:${pad(minutes)}:${pad(Math.floor(rest))}.${String(Math.floor((rest % 1) * 1000)).padStart(3, '0')}`;
}
const pad = (number: number) => String(number).padStart(2, '0');
