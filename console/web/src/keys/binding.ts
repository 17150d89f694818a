/** A key, or two keys one after the other, and what it does. */
export interface Binding {
  /** `j`, `Shift+ArrowLeft`, `Space`, `?`, `g s`. A letter is meant without Shift. */
  keys: string | string[];
  /** Id of the message that says what it does. */
  text: string;
  run: (event: KeyboardEvent) => void;
  /** Works also while one types, such as Escape. */
  always?: boolean;
}

/** What was pressed, as bindings name it; empty for a modifier alone or one with Ctrl, Alt or Meta. */
export function stroke(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>): string {
  if (event.ctrlKey || event.altKey || event.metaKey) return '';
  const key = event.key === ' ' ? 'Space' : event.key;
  if (['Shift', 'Control', 'Alt', 'Meta', 'Process', 'Dead'].includes(key)) return '';
  if (key.length > 1) return event.shiftKey ? `Shift+${key}` : key;
  const letter = key.toLowerCase() !== key.toUpperCase();
  // Signs such as ? and [ are what they are, however a keyboard makes them.
  return letter ? (event.shiftKey ? `Shift+${key.toLowerCase()}` : key.toLowerCase()) : key;
}

/** The binding that a stroke completes, given the stroke before; or `prefix` when it may begin one. */
export function match(bindings: Binding[], before: string, now: string): Binding | 'prefix' | undefined {
  const chord = before ? `${before} ${now}` : '';
  const of = (keys: string) => bindings.findLast((binding) => [binding.keys].flat().includes(keys));
  const found = (chord && of(chord)) || of(now);
  if (found) return found;
  return bindings.some((binding) => [binding.keys].flat().some((keys) => keys.startsWith(`${now} `))) ? 'prefix' : undefined;
}

/** Whether what has the focus takes letters itself. */
export function types(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  const input = target as HTMLInputElement;
  return target.tagName === 'INPUT' && !['checkbox', 'radio', 'range', 'button'].includes(input.type);
}
