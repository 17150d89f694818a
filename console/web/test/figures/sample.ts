import type { Figures } from '../../src/figures/measures';

/** Figures for tests: of so many conversations, each measured on all of them, no value known unless said. */
export const figures = (conversations: number, rest: Partial<Figures> = {}): Figures => ({
  conversations,
  negative_share: null,
  score: null,
  satisfaction: null,
  duration_ms: null,
  first_response_ms: null,
  solved_share: null,
  escalation_share: null,
  timed: conversations,
  answered: conversations,
  judged: conversations,
  ...rest,
});
