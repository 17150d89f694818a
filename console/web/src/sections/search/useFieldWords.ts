import { useEmotionTitle, useIntentTitle, spelled } from '../../api/labels';
import { useMaybeText } from '../../i18n/text';
import type { Field } from './search';

const BUNDLE: Partial<Record<Field, string>> = { channel: 'channels', outcome: 'outcomes', shape: 'shapes', language: 'languages' };
const NAMES: Field[] = ['agent', 'queue', 'source', 'customer'];

/** The value of a field as people read it. */
export function useFieldWords() {
  const maybe = useMaybeText();
  const intent = useIntentTitle();
  const emotion = useEmotionTitle();
  return (field: Field, value: string): string => {
    if (field === 'intent') return intent(value);
    if (field === 'emotion') return emotion(value);
    if (NAMES.includes(field)) return value;
    const known = maybe(`${BUNDLE[field]}.${value}`);
    return known || (field === 'language' ? value : spelled(value));
  };
}
