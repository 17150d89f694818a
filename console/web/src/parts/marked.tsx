import type { ReactNode } from 'react';

interface Span {
  start: number;
  end: number;
}

/** Text cut at the borders of spans, in order; what overlaps is one. */
export function cut(text: string, spans: Span[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  [...spans]
    .sort((a, b) => a.start - b.start)
    .forEach(({ start, end }) => {
      const from = Math.max(at, start);
      if (end <= from) return;
      if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
      pieces.push({ text: text.slice(from, end), marked: true });
      at = end;
    });
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** A text with the words of its spans marked. */
export function marked(text: string, spans: Span[]): ReactNode {
  return cut(text, spans).map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text));
}
