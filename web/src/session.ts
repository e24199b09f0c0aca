import { memory, text } from './dom';

/** What `/session` says: `{}` for a visitor. Courses by slug, only those that the student has. */
interface Session {
  name?: string;
  continue?: { title: string; url: string; at?: string };
  courses?: Record<string, { url: string; percent: number }>;
}

/** Turns "Sign in" into "Continue: …" and the course's action into "Continue", in boxes that are there already. */
export async function showSession(): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-session]');
  if (!box) return;
  const answer = await fetch('/session', { headers: { Accept: 'application/json' } }).catch(() => undefined);
  if (!answer?.ok) return;
  const session = (await answer.json()) as Session;
  memory.set('cw-signed-in', session.name ? '1' : null);
  if (!session.name) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-session] a')) {
    link.href = session.continue?.url ?? '/learn';
    link.textContent = session.continue
      ? text(session.continue.at ? 'session.continue-at' : 'session.continue', session.continue.title, session.continue.at ?? '')
      : text('session.learn');
    link.title = link.textContent;
  }
  for (const action of document.querySelectorAll<HTMLElement>('[data-course-action]')) {
    const own = session.courses?.[action.dataset['courseAction'] ?? ''];
    if (!own) continue;
    const link = action instanceof HTMLAnchorElement ? action : action.querySelector('a');
    if (!link) continue;
    link.href = own.url;
    link.textContent = text(own.percent > 0 ? 'session.course-continue' : 'session.course-start', own.percent);
  }
}
