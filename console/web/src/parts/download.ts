/** Lets the browser keep what an address of the API answers. */
export function download(address: string, name: string) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** `earshot-2026-03-04-refund.csv`: a name that says what is in the file, and that every system takes. */
export function csvName(q: string, day: string): string {
  const words = q.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  return ['earshot', day, words].filter(Boolean).join('-') + '.csv';
}

/** The address of an operation with its query, lists as repeated names. */
export function addressOf(path: string, query: Record<string, unknown>): string {
  const params = new URLSearchParams();
  Object.entries(query).forEach(([name, value]) => {
    if (value !== undefined) [value].flat().forEach((one) => params.append(name, String(one)));
  });
  const text = params.toString();
  return `/api/v1${path}${text && `?${text}`}`;
}
