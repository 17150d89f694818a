import type { Row } from './data';
import { isMeasure, type Measure } from './measures';

/** By which column rows stand, and whether the largest comes first. */
export interface Order {
  readonly column: Measure | 'value';
  readonly descending: boolean;
}

/** The order that an address names, such as `-score`; most conversations first without one. */
export function orderOf(text: string | null): Order {
  const column = text?.replace(/^-/, '') ?? '';
  return isMeasure(column) || column === 'value'
    ? { column, descending: text!.startsWith('-') }
    : { column: 'conversations', descending: true };
}

/** How an order is written in an address. */
export function orderText({ column, descending }: Order): string {
  return (descending ? '-' : '') + column;
}

/** What a click on a column's head asks for: that column, and on the second click the other way. */
export function turned(order: Order, column: Order['column']): Order {
  return order.column === column
    ? { column, descending: !order.descending }
    : { column, descending: column !== 'value' };
}

/** Rows in order; those without a value come last either way. */
export function ordered(rows: readonly Row[], { column, descending }: Order, language: string): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (column === 'value') {
      return sign * a.value.localeCompare(b.value, language);
    }
    const [x, y] = [a.now[column], b.now[column]];
    return x === null || y === null ? Number(x === null) - Number(y === null) : sign * (x - y);
  });
}
