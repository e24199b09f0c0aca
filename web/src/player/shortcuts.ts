import { bind, watchKeys } from '../keys';
import { text } from '../dom';
import type { Player } from '../islands/player';

const SLOWEST = 0.5;
const FASTEST = 3;
const STEP = 0.1;

/** The keys of the player, for the whole page; returns what unbinds them. */
export function bindShortcuts(player: Player): () => void {
  watchKeys();
  const video = player.video;
  const louder = (by: number) => {
    video.muted = false;
    video.volume = Math.min(1, Math.max(0, video.volume + by));
  };
  const faster = (by: number) => {
    const rate = Math.min(FASTEST, Math.max(SLOWEST, Math.round((player.rate + by) * 10) / 10));
    player.rate = rate;
    player.say(text('player.rate', rate));
  };
  const transcript = () => {
    const panel = document.querySelector<HTMLElement>('cw-transcript');
    panel?.closest('details')?.setAttribute('open', '');
    panel?.scrollIntoView({ block: 'nearest' });
    panel?.querySelector<HTMLElement>('[aria-current], li button')?.focus({ preventScroll: true });
  };
  const unbind = [
    bind(['Space', 'k'], text('player.key.play'), () => player.toggle()),
    bind(['j', 'l'], text('player.key.ten'), (event) => player.seek(video.currentTime + (event.key === 'j' ? -10 : 10))),
    bind(['ArrowLeft', 'ArrowRight'], text('player.key.five'), (event) =>
      player.seek(video.currentTime + (event.key === 'ArrowLeft' ? -5 : 5))),
    bind(['ArrowUp', 'ArrowDown'], text('player.key.volume'), (event) => louder(event.key === 'ArrowUp' ? 0.1 : -0.1)),
    bind(['m'], text('player.key.mute'), () => (video.muted = !video.muted)),
    bind(['f'], text('player.key.full'), () => player.toggleFullScreen()),
    bind(['c'], text('player.key.captions'), () => player.toggleCaptions()),
    bind(['t'], text('player.key.transcript'), transcript),
    bind(['<', '>'], text('player.key.rate'), (event) => faster(event.key === '<' ? -STEP : STEP)),
    bind([...'0123456789'], text('player.key.tenth'), (event) => player.seek((video.duration || 0) * (Number(event.key) / 10))),
  ];
  return () => unbind.forEach((one) => one());
}
