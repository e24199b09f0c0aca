import shaka from 'shaka-player/dist/shaka-player.ui-es2021.js';
import { memory } from '../dom';
import { chaptersFile, type Chapter } from './chapters';

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

/** What plays the video, behind the element. */
export interface Engine {
  /** Captions that the source does not name itself come from the files. */
  load(source: string, start: number, texts: Text[]): Promise<void>;
  /** Marks on the bar, and pictures above it; both are told once the video is loaded. */
  addChapters(chapters: Chapter[]): void;
  addThumbnails(file: string): void;
  toggleCaptions(): void;
  toggleFullScreen(): void;
  /** Goes on loading where it failed. */
  retry(): void;
  /** Whether the sound could be loaded alone. */
  readonly hasSound: boolean;
  /** With the sound alone, or with the picture again, from the same second on. */
  soundOnly(alone: boolean): Promise<void>;
  /** Lines of the picture that plays; 0 = unknown. */
  readonly height: number;
  /** As fast as the viewer wants it; the element itself stands at 0 while it waits for data. */
  rate: number;
  destroy(): Promise<void>;
}

/** Captions in one language, as a file. */
export interface Text {
  src: string;
  language: string;
  label: string;
}

/** What the engine tells the element, and asks of it. */
export interface Listener {
  /** Loading has failed and was given up; 0 = no answer at all. `uri` is what was asked for. */
  interrupted(status: number, uri: string): void;
  /** What arrived cannot be played, and the engine found no way around it. */
  broken(failed: unknown): void;
  /** A part of the media has arrived. */
  arrived(): void;
  /** Where the answer to the request for a manifest came from. */
  led(uri: string): void;
  /** The address as it has to be now. */
  current(uri: string): Promise<string>;
}

const RETRY = { maxAttempts: 4, baseDelay: 400, backoffFactor: 2, fuzzFactor: 0.5, timeout: 20_000, stallTimeout: 8_000, connectionTimeout: 8_000 };
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const NETWORK = 1;
const MEDIA = 3;

export function shakaEngine(box: HTMLElement, video: HTMLVideoElement, listener: Listener): Engine {
  const player = new shaka.Player();
  const overlay = new shaka.ui.Overlay(player, box, video);
  overlay.configure({
    controlPanelElements: ['play_pause', 'mute', 'volume', 'time_and_duration', 'spacer', 'captions', 'overflow_menu', 'fullscreen'],
    overflowMenuButtons: ['playback_rate', 'quality', 'captions', 'captions-size', 'captions-position', 'language', 'chapter', 'picture_in_picture'],
    playbackRates: RATES,
    playbackRateSliderMin: RATES[0],
    playbackRateSliderMax: RATES.at(-1),
    seekBarColors: { base: 'rgba(255,255,255,.3)', buffered: 'rgba(255,255,255,.54)', played: 'rgb(255,255,255)', chapters: 'rgba(0,0,0,.75)' },
    enableKeyboardPlaybackControls: false,
    doubleClickForFullscreen: true,
    singleClickForPlayAndPause: true,
    enableFullscreenOnRotation: true,
    forceLandscapeOnFullscreen: true,
    tapSeekDistance: 10,
    customContextMenu: false,
    addSeekBar: true,
    castReceiverAppId: '',
    mediaSession: { enabled: false },
    documentPictureInPicture: { enabled: false },
  });
  player.configure({
    streaming: { bufferingGoal: 30, bufferBehind: 60, retryParameters: RETRY },
    manifest: { retryParameters: RETRY },
    abr: { defaultBandwidthEstimate: 4_000_000 },
  });
  const network = player.getNetworkingEngine();
  network?.registerRequestFilter(async (_type, request) => {
    request.uris = await Promise.all(request.uris.map((uri) => listener.current(uri)));
  });
  network?.registerResponseFilter((type, response) => {
    if (type === shaka.net.NetworkingEngine.RequestType.SEGMENT) listener.arrived();
    if (type === shaka.net.NetworkingEngine.RequestType.MANIFEST) listener.led(response.uri);
  });
  const attached = player.attach(video);
  player.addEventListener('error', (event: Event) => {
    const error = (event as Event & { detail: shaka.util.Error }).detail;
    if (error.category === MEDIA && error.severity === shaka.util.Error.Severity.CRITICAL) return listener.broken(error);
    if (error.category !== NETWORK) return;
    const refused = error.code === shaka.util.Error.Code.BAD_HTTP_STATUS;
    listener.interrupted(refused ? Number(error.data[1]) : 0, String(error.data[0]));
  });
  keepTaste(player, video);
  let source = '';
  let files: Text[] = [];
  const load = async (start: number): Promise<void> => {
    await attached;
    await player.load(source, start > 0 ? start : null);
    if (!player.getTextTracks().length)
      await Promise.all(files.map((file) =>
        player.addTextTrackAsync(file.src, file.language, 'captions', 'text/vtt', undefined, file.label).catch(console.warn)));
    applyTaste(player, video);
  };
  return {
    async load(from, start, texts) {
      source = from;
      files = texts;
      await load(start);
    },
    addChapters(chapters) {
      const file = chaptersFile(chapters, player.seekRange().end); // the element knows its duration only later
      void player.addChaptersTrack(file, document.documentElement.lang, 'text/vtt').catch(console.warn);
    },
    addThumbnails: (file) => void player.addThumbnailsTrack(file, 'text/vtt').catch(console.warn),
    toggleCaptions: () => toggleCaptions(player),
    toggleFullScreen: () => void overlay.getControls()?.toggleFullScreen(),
    retry: () => void player.retryStreaming(),
    get hasSound() {
      return player.getVariantTracks().some((track) => track.audioId !== null && track.videoId !== null);
    },
    async soundOnly(alone) {
      const { currentTime, paused } = video;
      player.configure('manifest.disableVideo', alone);
      await load(currentTime);
      if (!paused) await video.play();
    },
    get height() {
      return player.getVideoTracks().find((track) => track.active)?.height ?? 0;
    },
    get rate() {
      return video.playbackRate || player.getPlaybackRate();
    },
    set rate(rate) {
      if (player.isFullyLoaded()) player.trickPlay(rate, false);
      else video.playbackRate = rate;
    },
    destroy: () => overlay.destroy(),
  };
}

function applyTaste(player: shaka.Player, video: HTMLVideoElement): void {
  const { rate, volume, muted, captions, height } = taste();
  if (volume !== undefined) video.volume = volume;
  if (muted !== undefined) video.muted = muted;
  if (rate) video.defaultPlaybackRate = video.playbackRate = rate;
  const texts = player.getTextTracks();
  const text = captions ? texts.find((track) => track.language === captions) : undefined;
  // From pictures that come after its first track the engine learns when lines are due: a track that were chosen only
  // once all is loaded would stay silent.
  const first = text ?? texts[0];
  if (first) player.selectTextTrack(first);
  if (!text) player.selectTextTrack(null);
  const quality = height ? player.getVideoTracks().find((track) => track.height === height) : undefined;
  if (!quality) return;
  player.configure({ abr: { enabled: false } });
  player.selectVideoTrack(quality, true);
}

function keepTaste(player: shaka.Player, video: HTMLVideoElement): void {
  let loaded = false;
  player.addEventListener('loaded', () => setTimeout(() => (loaded = true), 500));
  video.addEventListener('ratechange', () => {
    const rate = video.playbackRate;
    if (!loaded || rate <= 0) return;
    if (video.defaultPlaybackRate !== rate) video.defaultPlaybackRate = rate; // what loading anew falls back to
    remember({ rate });
  });
  video.addEventListener('volumechange', () => loaded && remember({ volume: video.volume, muted: video.muted }));
  const active = () => player.getTextTracks().find((track) => track.active)?.language ?? '';
  for (const change of ['textchanged', 'texttrackvisibility'])
    player.addEventListener(change, () => loaded && remember({ captions: active() }));
  player.addEventListener('variantchanged', () => {
    if (!loaded) return;
    const automatic = player.getConfiguration().abr.enabled;
    const height = player.getVideoTracks().find((track) => track.active)?.height;
    if (height) remember({ height: automatic ? 0 : height });
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
