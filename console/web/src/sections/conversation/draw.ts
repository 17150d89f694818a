import { clock } from '../../i18n/formats';
import { ticks, type View } from './axis';
import type { Peaks } from './useConversation';

/** Everything that the timeline shows, in milliseconds. */
export interface Scene {
  durationMs: number;
  tracks: Peaks['tracks'];
  stretchMs: number;
  silences: Stretch[];
  overlaps: Stretch[];
  redacted: (Stretch & { track: number })[];
  feelings: { ms: number; valence: number }[];
  comments: Stretch[];
  region?: Stretch;
}

interface Stretch {
  from: number;
  to: number;
}

export const ROW = { lane: 38, gap: 4, strip: 12, course: 36, axis: 18 };
export const HEIGHT = 2 * ROW.lane + ROW.gap + ROW.strip + ROW.course + ROW.axis + 8;
export const ROWS = {
  lanes: [0, ROW.lane + ROW.gap],
  strip: 2 * ROW.lane + ROW.gap + 4,
  course: 2 * ROW.lane + ROW.gap + ROW.strip + 8,
  axis: HEIGHT - ROW.axis,
};

type Ink = (name: string) => string;
type Pen = CanvasRenderingContext2D;

function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

/** Prepares a canvas for sharp lines on any screen. */
function penOf(canvas: HTMLCanvasElement, width: number, height: number): Pen {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d')!;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}

export function drawTimeline(canvas: HTMLCanvasElement, width: number, scene: Scene, view: View) {
  const pen = penOf(canvas, width, HEIGHT);
  const ink = inkOf(canvas);
  const x = (ms: number) => ((ms - view.from) / (view.to - view.from)) * width;
  const box = ({ from, to }: Stretch, top: number, height: number, least = 1) => pen.fillRect(x(from), top, Math.max(least, x(to) - x(from)), height);

  if (scene.region) {
    pen.fillStyle = ink('accent-soft');
    box(scene.region, 0, ROWS.axis);
  }
  scene.tracks.slice(0, 2).forEach((track, lane) => {
    pen.fillStyle = ink(track.speaker === 'customer' ? 'customer' : 'agent');
    lanePeaks(pen, track.peaks, scene.stretchMs, view, width, ROWS.lanes[lane]!, ROW.lane);
  });
  scene.redacted.forEach((stretch) => hatch(pen, ink, x(stretch.from), Math.max(3, x(stretch.to) - x(stretch.from)), ROWS.lanes[stretch.track] ?? 0));

  pen.fillStyle = ink('line');
  scene.silences.forEach((stretch) => box(stretch, ROWS.strip + 4, 4));
  pen.fillStyle = ink('caution');
  scene.overlaps.forEach((stretch) => box(stretch, ROWS.strip, ROW.strip, 2));
  course(pen, ink, scene.feelings, x, width);
  axis(pen, ink, view, width, x);
}

/** The whole of it, small: where one is looking, and where the comments are. */
export function drawMinimap(canvas: HTMLCanvasElement, width: number, height: number, scene: Scene) {
  const pen = penOf(canvas, width, height);
  const ink = inkOf(canvas);
  const whole = { from: 0, to: scene.durationMs };
  scene.tracks.slice(0, 2).forEach((track) => {
    pen.fillStyle = ink(track.speaker === 'customer' ? 'customer' : 'agent');
    pen.globalAlpha = 0.55;
    lanePeaks(pen, track.peaks, scene.stretchMs, whole, width, 0, height);
  });
  pen.globalAlpha = 1;
}

function lanePeaks(pen: Pen, peaks: number[], stretchMs: number, view: View, width: number, top: number, height: number) {
  const BAR = 2;
  const middle = top + height / 2;
  const perBar = ((view.to - view.from) / width) * BAR;
  for (let bar = 0; bar * BAR < width; bar++) {
    const first = Math.floor((view.from + bar * perBar) / stretchMs);
    const last = Math.max(first, Math.floor((view.from + (bar + 1) * perBar) / stretchMs) - 1);
    let loudest = 0;
    for (let i = first; i <= last; i++) loudest = Math.max(loudest, peaks[i] ?? 0);
    // Quiet speech must still be seen: the ear hears loudness like its root.
    const half = Math.max(0.5, (Math.sqrt(loudest) * height) / 2 - 1);
    pen.fillRect(bar * BAR, middle - half, BAR - 0.6, 2 * half);
  }
}

function hatch(pen: Pen, ink: Ink, left: number, width: number, top: number) {
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, ROW.lane);
  pen.clip();
  pen.fillStyle = ink('sunken');
  pen.fillRect(left, top, width, ROW.lane);
  pen.strokeStyle = ink('ink-3');
  pen.lineWidth = 1;
  for (let x = left - ROW.lane; x < left + width; x += 5) {
    pen.beginPath();
    pen.moveTo(x, top + ROW.lane);
    pen.lineTo(x + ROW.lane, top);
    pen.stroke();
  }
  pen.restore();
}

function course(pen: Pen, ink: Ink, feelings: Scene['feelings'], x: (ms: number) => number, width: number) {
  const middle = ROWS.course + ROW.course / 2;
  const y = (valence: number) => middle - (valence * (ROW.course - 8)) / 2;
  pen.strokeStyle = ink('line');
  pen.lineWidth = 1;
  pen.setLineDash([2, 3]);
  pen.beginPath();
  pen.moveTo(0, middle);
  pen.lineTo(width, middle);
  pen.stroke();
  pen.setLineDash([]);
  if (!feelings.length) return;
  pen.strokeStyle = ink('ink-3');
  pen.lineWidth = 1.5;
  pen.lineJoin = 'round';
  pen.beginPath();
  feelings.forEach(({ ms, valence }, i) => (i ? pen.lineTo(x(ms), y(valence)) : pen.moveTo(x(ms), y(valence))));
  pen.stroke();
  feelings
    .filter(({ valence }) => Math.abs(valence) >= 0.25)
    .forEach(({ ms, valence }) => {
      // Up or down says as much as the colour.
      pen.fillStyle = ink(valence < 0 ? 'negative' : 'positive');
      const [cx, cy, s] = [x(ms), y(valence), valence < 0 ? 4 : -4];
      pen.beginPath();
      pen.moveTo(cx - 4, cy - s / 2);
      pen.lineTo(cx + 4, cy - s / 2);
      pen.lineTo(cx, cy + s);
      pen.fill();
    });
}

function axis(pen: Pen, ink: Ink, view: View, width: number, x: (ms: number) => number) {
  pen.fillStyle = ink('ink-3');
  pen.font = '11px system-ui, sans-serif';
  pen.textBaseline = 'bottom';
  ticks(view, width).forEach((ms) => {
    pen.fillRect(x(ms), ROWS.axis, 1, 4);
    const text = clock(ms);
    const left = x(ms) + 4;
    if (left + pen.measureText(text).width < width) pen.fillText(text, left, HEIGHT);
  });
}
