import shaka from 'shaka-player/dist/shaka-player.ui-es2021.js';
import { memory } from '../dom';

/** What a viewer chose once: holds for all videos on this device. */
interface Taste {
  rate?: number;
  volume?: number;
  muted?: boolean;
  captions?: string;
  height?: number;
}

const TASTE = 'cw-player';
export const taste = (): Taste => JSON.parse(memory.get(TASTE) ?? '{}') as Taste;
const remember = (change: Taste) => memory.set(TASTE, JSON.stringify({ ...taste(), ...change }));

/** What plays the video, behind the element: loads, seeks in the list of tracks, and tells of lost connections. */
export interface Engine {
  load(source: string, start: number): Promise<void>;
  toggleCaptions(): void;
  toggleFullScreen(): void;
  retry(): void;
  destroy(): Promise<void>;
}

/** What the engine tells the element. */
export interface Listener {
  interrupted(status: number): void;
}

const RETRY = { maxAttempts: 5, baseDelay: 400, backoffFactor: 2, fuzzFactor: 0.5, timeout: 20_000, stallTimeout: 8_000, connectionTimeout: 8_000 };

export function shakaEngine(box: HTMLElement, video: HTMLVideoElement, listener: Listener): Engine {
  const player = new shaka.Player();
  const overlay = new shaka.ui.Overlay(player, box, video);
  overlay.configure({
    controlPanelElements: ['play_pause', 'mute', 'volume', 'time_and_duration', 'spacer', 'captions', 'overflow_menu', 'fullscreen'],
    overflowMenuButtons: ['playback_rate', 'quality', 'captions', 'language', 'picture_in_picture'],
    playbackRates: [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
    enableKeyboardPlaybackControls: false,
    doubleClickForFullscreen: true,
    singleClickForPlayAndPause: true,
    addSeekBar: true,
    castReceiverAppId: '',
  });
  player.configure({
    streaming: { bufferingGoal: 30, bufferBehind: 60, retryParameters: RETRY },
    manifest: { retryParameters: RETRY },
    abr: { defaultBandwidthEstimate: 4_000_000 },
  });
  const attached = player.attach(video);
  player.addEventListener('error', (event: Event) => {
    const error = (event as Event & { detail: { severity: number; category: number; data: unknown[] } }).detail;
    if (error.category === 1) listener.interrupted(typeof error.data[1] === 'number' ? error.data[1] : 0);
  });
  keepTaste(player, video);
  return {
    async load(source, start) {
      await attached;
      await player.load(source, start > 0 ? start : null);
      applyTaste(player, video);
    },
    toggleCaptions: () => toggleCaptions(player),
    toggleFullScreen: () => void overlay.getControls()?.toggleFullScreen(),
    retry: () => void player.retryStreaming(),
    destroy: () => overlay.destroy(),
  };
}

function applyTaste(player: shaka.Player, video: HTMLVideoElement): void {
  const { rate, volume, muted, captions, height } = taste();
  if (volume !== undefined) video.volume = volume;
  if (muted !== undefined) video.muted = muted;
  if (rate) video.defaultPlaybackRate = video.playbackRate = rate;
  const text = captions ? player.getTextTracks().find((track) => track.language === captions) : null;
  player.selectTextTrack(text ?? null);
  const quality = height ? player.getVideoTracks().find((track) => track.height === height) : undefined;
  if (!quality) return;
  player.configure({ abr: { enabled: false } });
  player.selectVideoTrack(quality, true);
}

function keepTaste(player: shaka.Player, video: HTMLVideoElement): void {
  let loaded = false;
  player.addEventListener('loaded', () => setTimeout(() => (loaded = true), 500));
  video.addEventListener('ratechange', () => loaded && video.playbackRate > 0 && remember({ rate: video.playbackRate }));
  video.addEventListener('volumechange', () => loaded && remember({ volume: video.volume, muted: video.muted }));
  const active = () => player.getTextTracks().find((track) => track.active)?.language ?? '';
  for (const change of ['textchanged', 'texttrackvisibility'])
    player.addEventListener(change, () => loaded && remember({ captions: active() }));
  player.addEventListener('variantchanged', () => {
    if (!loaded) return;
    const automatic = player.getConfiguration().abr.enabled;
    const height = player.getVideoTracks().find((track) => track.active)?.height ?? 0;
    remember({ height: automatic ? 0 : height });
  });
}

function toggleCaptions(player: shaka.Player): void {
  const tracks = player.getTextTracks();
  const shown = tracks.find((track) => track.active);
  const wanted = tracks.find((track) => track.language === (taste().captions || document.documentElement.lang));
  player.selectTextTrack(shown ? null : (wanted ?? tracks[0] ?? null));
}

/** Whether this browser can play through Media Source Extensions. */
export const supported = () => shaka.Player.isBrowserSupported();
