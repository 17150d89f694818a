import { lastBegun } from './words';

export interface PlayerState {
  playing: boolean;
  /** Whether sound can be had at all. */
  sound: boolean;
  failed: boolean;
  speed: number;
  skipSilence: boolean;
  swapped: boolean;
  follow: boolean;
  /** The marked stretch, in milliseconds. */
  region?: { from: number; to: number };
  loop: boolean;
}

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const LANDING_MS = 150;

/**
 * Where one is in a conversation, and the sound of it. Its state is for screens to show; the moment changes many times a second and is told to those who
 * draw it themselves.
 */
export class Player {
  state: PlayerState;
  private audio?: HTMLAudioElement;
  private graph?: { context: AudioContext; source: MediaElementAudioSourceNode; splitter: ChannelSplitterNode; merger: ChannelMergerNode };
  private readonly changed = new Set<() => void>();
  private readonly moved = new Set<(ms: number, jumped: boolean) => void>();
  private at = 0;
  private frame = 0;

  constructor(
    private readonly durationMs: number,
    private readonly silences: readonly { from: number; to: number }[],
    private readonly source: string | undefined,
    settings: { speed?: number; skipSilence?: boolean },
  ) {
    this.state = {
      playing: false, sound: source !== undefined, failed: false, speed: settings.speed ?? 1, skipSilence: settings.skipSilence ?? false,
      swapped: false, follow: true, loop: false,
    };
  }

  /** Begins to load the sound. */
  open() {
    if (this.source && !this.audio) this.audio = this.listenTo(new Audio(), this.source);
  }

  private listenTo(audio: HTMLAudioElement, source: string): HTMLAudioElement {
    audio.preload = 'metadata';
    audio.src = source;
    audio.preservesPitch = true;
    audio.playbackRate = audio.defaultPlaybackRate = this.state.speed;
    audio.onplay = () => {
      this.set({ playing: true });
      this.tick();
    };
    audio.onpause = () => this.set({ playing: false });
    audio.onended = () => this.set({ playing: false });
    audio.onerror = () => this.set({ failed: true, playing: false });
    audio.onloadedmetadata = () => {
      if (Math.abs(audio.currentTime * 1000 - this.at) > 50) audio.currentTime = this.at / 1000;
    };
    return audio;
  }

  get now() {
    return this.at;
  }

  subscribe = (listener: () => void) => {
    this.changed.add(listener);
    return () => void this.changed.delete(listener);
  };

  /** Tells every new moment; `jumped` when it was not reached by playing. */
  onMove(listener: (ms: number, jumped: boolean) => void) {
    this.moved.add(listener);
    listener(this.at, true);
    return () => void this.moved.delete(listener);
  }

  set(change: Partial<PlayerState>) {
    this.state = { ...this.state, ...change };
    this.changed.forEach((listener) => listener());
  }

  play() {
    void this.graph?.context.resume();
    this.audio?.play().catch(() => {});
  }

  pause() {
    this.audio?.pause();
  }

  toggle() {
    if (this.state.playing) this.pause();
    else this.play();
  }

  seek(ms: number) {
    this.at = Math.max(0, Math.min(this.durationMs, ms));
    if (this.audio && this.audio.readyState > 0) this.audio.currentTime = this.at / 1000;
    this.tell(true);
  }

  setSpeed(speed: number) {
    const bounded = Math.max(SPEEDS[0]!, Math.min(SPEEDS.at(-1)!, speed));
    if (this.audio) this.audio.playbackRate = this.audio.defaultPlaybackRate = bounded;
    this.set({ speed: bounded });
  }

  /** One step faster or slower. */
  faster(steps: number) {
    const at = SPEEDS.findIndex((speed) => speed >= this.state.speed);
    this.setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + steps))]!);
  }

  /** Left becomes right: some headsets, and some ears, need it. */
  swap() {
    if (!this.audio) return;
    this.graph ??= this.wire(this.audio);
    const { context, source, splitter, merger } = this.graph;
    void context.resume();
    source.disconnect();
    const swapped = !this.state.swapped;
    if (swapped) source.connect(splitter);
    else source.connect(context.destination);
    merger.disconnect();
    if (swapped) merger.connect(context.destination);
    this.set({ swapped });
  }

  private wire(audio: HTMLAudioElement) {
    const context = new AudioContext();
    const splitter = context.createChannelSplitter(2);
    const merger = context.createChannelMerger(2);
    splitter.connect(merger, 0, 1);
    splitter.connect(merger, 1, 0);
    return { context, source: context.createMediaElementSource(audio), splitter, merger };
  }

  close() {
    cancelAnimationFrame(this.frame);
    if (this.audio) {
      this.audio.pause();
      this.audio.onerror = null;
      this.audio.removeAttribute('src');
      this.audio.load();
      this.audio = undefined;
    }
    void this.graph?.context.close();
    this.graph = undefined;
  }

  private tick = () => {
    cancelAnimationFrame(this.frame);
    if (!this.audio || !this.state.playing) return;
    // Until the sound is there its own clock stands at zero.
    if (this.audio.readyState > 1 && !this.audio.seeking) {
      this.at = this.audio.currentTime * 1000;
      const jump = this.jump();
      if (jump === undefined) this.tell(false);
      else this.seek(jump);
    }
    this.frame = requestAnimationFrame(this.tick);
  };

  /** Where to go on instead: back to the start of the loop, or behind a silence. */
  private jump(): number | undefined {
    const { region, loop, skipSilence } = this.state;
    if (loop && region && this.at >= region.to) return region.from;
    if (!skipSilence) return undefined;
    const gap = this.silences[lastBegun(this.silences, this.at - LANDING_MS, (one) => one.from)];
    return gap && this.at < gap.to - 3 * LANDING_MS ? gap.to - LANDING_MS : undefined;
  }

  private tell(jumped: boolean) {
    this.moved.forEach((listener) => listener(this.at, jumped));
  }
}
