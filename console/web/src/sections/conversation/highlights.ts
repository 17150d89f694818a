/** Marks characters of the transcript without touching its elements (CSS Custom Highlights). */
export type Mark = 'now' | 'hits' | 'evidence';

const able = typeof CSS !== 'undefined' && 'highlights' in CSS;

interface Place {
  turn: number;
  start: number;
  end: number;
}

export function textOf(turn: number): HTMLElement | null {
  return document.querySelector(`#turn-${turn} [data-text]`);
}

export function highlight(mark: Mark, places: readonly Place[]) {
  if (!able) return;
  const ranges = places.flatMap(({ turn, start, end }) => {
    const text = textOf(turn);
    return text ? [rangeOf(text, start, end)] : [];
  });
  if (ranges.length) CSS.highlights.set(mark, new Highlight(...ranges));
  else CSS.highlights.delete(mark);
}

function rangeOf(text: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const from = pointAt(text, start);
  const to = pointAt(text, end);
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** How many characters of the turn's own text a piece of the transcript stands for. */
function lengthOf(node: ChildNode): number {
  const length = node instanceof HTMLElement ? node.dataset.length : undefined;
  return length === undefined ? (node.textContent ?? '').length : Number(length);
}

function pointAt(text: HTMLElement, offset: number): { node: Node; offset: number } {
  let at = 0;
  const pieces = [...text.childNodes];
  for (const [index, piece] of pieces.entries()) {
    const length = lengthOf(piece);
    if (offset <= at + length) {
      const inner = piece instanceof Text ? piece : piece.firstChild;
      const whole = piece instanceof HTMLElement && piece.dataset.length !== undefined;
      if (whole || !inner) return { node: text, offset: offset > at ? index + 1 : index };
      return { node: inner, offset: offset - at };
    }
    at += length;
  }
  return { node: text, offset: pieces.length };
}

/** Which character of a turn lies under a point of the screen. */
export function offsetAt(x: number, y: number): { turn: number; offset: number } | undefined {
  const point = caretAt(x, y);
  const element = point && (point.node instanceof HTMLElement ? point.node : point.node.parentElement);
  const text = element?.closest<HTMLElement>('[data-text]');
  if (!point || !text) return undefined;
  let at = 0;
  for (const piece of text.childNodes) {
    if (piece === point.node || piece.contains(point.node)) {
      const turn = Number(text.closest<HTMLElement>('[data-turn]')!.dataset.turn);
      return { turn, offset: at + Math.min(point.offset, lengthOf(piece)) };
    }
    at += lengthOf(piece);
  }
  return undefined;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const found = document.caretPositionFromPoint(x, y);
    return found ? { node: found.offsetNode, offset: found.offset } : undefined;
  }
  const found = (document as Document & { caretRangeFromPoint(x: number, y: number): Range | null }).caretRangeFromPoint(x, y);
  return found ? { node: found.startContainer, offset: found.startOffset } : undefined;
}
