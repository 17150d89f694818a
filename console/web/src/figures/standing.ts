import type { Row } from './data';

/** How one agent does in one matter, beside all others. */
export interface Standing {
  readonly value: string;
  readonly own: number;
  readonly conversations: number;
  readonly all: number;
  readonly others: number;
  readonly difference: number;
}

/** With fewer conversations of one matter nothing is said about it. */
const LEAST = 5;

/** A smaller difference of mean scores is no difference. */
const NOTABLE = 1;

/** In what an agent's mean score lies above or below that of all, weighing the difference by how much is behind it. */
export function standings(own: readonly Row[], all: readonly Row[]): { above: Standing[]; below: Standing[] } {
  const known = new Map(all.map((row) => [row.value, row.now]));
  const found = own.flatMap(({ value, now }): Standing[] => {
    const team = known.get(value);
    return team?.score == null || now.score === null || now.conversations < LEAST
      ? []
      : [
          {
            value,
            own: now.score,
            conversations: now.conversations,
            all: team.score,
            others: team.conversations - now.conversations,
            difference: now.score - team.score,
          },
        ];
  });
  const weight = ({ difference, conversations }: Standing) => difference * Math.sqrt(conversations);
  const sorted = found.filter(({ others }) => others > 0).sort((a, b) => weight(b) - weight(a));
  return {
    above: sorted.filter(({ difference }) => difference >= NOTABLE),
    below: sorted.filter(({ difference }) => difference <= -NOTABLE).reverse(),
  };
}
