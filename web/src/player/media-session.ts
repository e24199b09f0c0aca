/** What the keys of a keyboard, a headset and the lock screen may do. */
interface Played {
  readonly video: HTMLVideoElement;
  seek(seconds: number): void;
  play(): Promise<void>;
  /** Undefined where there is none. */
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
}

const STEP = 10;

/** Tells the system what plays and lets it act; returns what ends that. */
export function shareWithSystem(played: Played, title: string, album: string, picture: string | null): () => void {
  if (!('mediaSession' in navigator)) return () => undefined;
  const session = navigator.mediaSession;
  const { video } = played;
  session.metadata = new MediaMetadata({
    title,
    album,
    artwork: picture ? [{ src: new URL(picture, location.href).href, sizes: '1280x720', type: 'image/webp' }] : [],
  });
  const actions: [MediaSessionAction, MediaSessionActionHandler | null][] = [
    ['play', () => void played.play()],
    ['pause', () => video.pause()],
    ['seekbackward', ({ seekOffset }) => played.seek(video.currentTime - (seekOffset || STEP))],
    ['seekforward', ({ seekOffset }) => played.seek(video.currentTime + (seekOffset || STEP))],
    ['seekto', ({ seekTime }) => seekTime !== undefined && played.seek(seekTime)],
    ['nexttrack', played.next ?? null],
    ['previoustrack', played.previous ?? null],
  ];
  const set = (action: MediaSessionAction, handler: MediaSessionActionHandler | null): void => {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // this browser has no such action
    }
  };
  const tellPosition = (): void => {
    const { duration, currentTime, playbackRate } = video;
    if (Number.isFinite(duration) && duration > 0 && playbackRate > 0)
      session.setPositionState({ duration, playbackRate, position: Math.min(currentTime, duration) });
  };
  for (const [action, handler] of actions) set(action, handler);
  const events = ['loadedmetadata', 'play', 'pause', 'seeked', 'ratechange'];
  for (const event of events) video.addEventListener(event, tellPosition);
  tellPosition();
  return () => {
    for (const event of events) video.removeEventListener(event, tellPosition);
    for (const [action] of actions) set(action, null);
    session.metadata = null;
  };
}
