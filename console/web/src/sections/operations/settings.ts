interface Setting {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** The settings whose name or value has all the words; on demand only those that a file sets. */
export function matching<T extends Setting>(settings: readonly T[], words: string, changed: boolean): T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return settings.filter(({ key, value, line }) => {
    const text = `${key} ${value}`.toLowerCase();
    return (!changed || line > 0) && wanted.every((word) => text.includes(word));
  });
}
