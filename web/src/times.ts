// Moments in the reader's own time zone; the server writes them in UTC.
const SHAPES: Record<string, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
};

/** Once for every page and every part of it that comes from the server. */
export function localiseTimes(): void {
  const page = document.documentElement.lang;
  const own = navigator.languages.find((language) => language.split('-')[0] === page.split('-')[0]);
  document.querySelectorAll<HTMLTimeElement>('time[data-local]').forEach((time) => {
    const at = new Date(time.dateTime);
    const shape = SHAPES[time.dataset['local'] ?? ''];
    if (!shape || isNaN(at.getTime())) return;
    time.title ||= time.textContent ?? '';
    time.textContent = new Intl.DateTimeFormat(own ?? page, shape).format(at);
  });
}
