/** The stretch of time that is on the screen. */
export interface View {
  from: number;
  to: number;
}

const LEAST_MS = 4_000;

export function zoomed(view: View, durationMs: number, factor: number, aroundMs: number): View {
  const length = Math.min(durationMs, Math.max(Math.min(LEAST_MS, durationMs), (view.to - view.from) * factor));
  const share = (aroundMs - view.from) / Math.max(1, view.to - view.from);
  return within(aroundMs - share * length, length, durationMs);
}

/** As long as before, from another moment on. */
export function movedTo(view: View, durationMs: number, from: number): View {
  return within(from, view.to - view.from, durationMs);
}

function within(from: number, length: number, durationMs: number): View {
  const start = Math.max(0, Math.min(durationMs - length, from));
  return { from: start, to: start + length };
}

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** Moments to write on the axis: round ones, not too close. */
export function ticks(view: View, width: number, apart = 90): number[] {
  const most = Math.max(1, width / apart);
  const seconds = (view.to - view.from) / 1000;
  const step = (STEPS_S.find((s) => seconds / s <= most) ?? STEPS_S.at(-1)!) * 1000;
  const found: number[] = [];
  for (let at = Math.ceil(view.from / step) * step; at <= view.to; at += step) found.push(at);
  return found;
}
