import { useQuery } from '@tanstack/react-query';
import { api, take } from '../api/client';
import { useFormats } from '../i18n/formats';
import { useLanguage, useMaybeText, useText } from '../i18n/text';
import { spelled, useEmotionTitle, useIntentTitle } from '../api/labels';

/** The words, the language and the time zone in which the page is read. */
export function useReading() {
  return { t: useText(), language: useLanguage(), zone: useFormats().timeZone };
}

const OWN_NAMES = new Set(['agent', 'queue', 'customer', 'source', 'q']);

/** How a value of a field is called. */
export function useNames(): (field: string, value: string) => string {
  const t = useText();
  const maybe = useMaybeText();
  const intent = useIntentTitle();
  const emotion = useEmotionTitle();
  return (field, value) => {
    if (value === '') {
      return t('figures.unknown');
    }
    if (OWN_NAMES.has(field)) {
      return value;
    }
    return field === 'intent'
      ? intent(value)
      : field === 'emotion'
        ? emotion(value)
        : maybe(`${field}s.${value}`) || spelled(value);
  };
}

/** The emotions that mark a conversation as negative. */
export function useNegative(): string[] {
  const { data } = useQuery({ queryKey: ['labels'], queryFn: () => take(api.GET('/labels')), staleTime: Infinity, retry: false });
  return (data?.emotions ?? []).filter(({ valence }) => (valence ?? 0) < 0).map(({ name }) => name);
}
