/** What went wrong, in the API's one shape (RFC 9457). Status 0: no answer came. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail?: string,
    readonly start?: number,
    readonly end?: number,
  ) {
    super(title);
  }

  /** Whether the trouble is in the query that was typed. */
  get inQuery() {
    return this.start !== undefined;
  }
}

export function problemOf(status: number, body: unknown): Problem {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : undefined);
  const number = (name: string) => (typeof fields[name] === 'number' ? (fields[name] as number) : undefined);
  return new Problem(status, text('type') ?? 'about:blank', text('title') ?? `HTTP ${status}`, text('detail'), number('start'), number('end'));
}

export function unreachable(): Problem {
  return new Problem(0, 'about:blank', 'unreachable');
}
