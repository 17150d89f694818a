/** How retrying several conversations went. */
export interface Retried {
  readonly waiting: number;
  readonly refused: readonly { id: string; problem: unknown }[];
}

/** Retries one after the other, so that a refused one stops none of the others. */
export async function retryAll(
  ids: readonly string[],
  retry: (id: string) => Promise<unknown>,
  onStep: (done: number) => void,
): Promise<Retried> {
  const refused: { id: string; problem: unknown }[] = [];
  for (const [index, id] of ids.entries()) {
    try {
      await retry(id);
    } catch (problem) {
      refused.push({ id, problem });
    }
    onStep(index + 1);
  }
  return { waiting: ids.length - refused.length, refused };
}
