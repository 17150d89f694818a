import type { Figures } from '../../src/figures/measures';

/** Figures for tests: of so many conversations, nothing else known unless said. */
export const figures = (conversations: number, rest: Partial<Figures> = {}): Figures => ({
  conversations,
  negative_share: null,
  score: null,
  satisfaction: null,
  duration_ms: null,
  first_response_ms: null,
  solved_share: null,
  escalation_share: null,
  ...rest,
});
