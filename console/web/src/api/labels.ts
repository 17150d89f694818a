import { useQuery } from '@tanstack/react-query';
import { useLanguage, useMaybeText } from '../i18n/text';
import { api, take, type Schemas } from './client';

type Label = Schemas['label'];

function useLabels() {
  return useQuery({ queryKey: ['labels'], queryFn: () => take(api.GET('/labels')), staleTime: Infinity, retry: false }).data;
}

/** `billing_question` as people read it: `Billing question`. */
export function spelled(code: string): string {
  const words = code.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function useTitles(kind: 'intents' | 'emotions') {
  const labels = useLabels();
  const language = useLanguage();
  const maybe = useMaybeText();
  const byName = new Map<string, Label>(labels?.[kind].map((label) => [label.name, label]));
  return (name: string) => {
    const label = byName.get(name);
    const title = language === 'zh-CN' ? label?.title_zh || label?.title_en : label?.title_en || label?.title_zh;
    // Where the files give no title, the code comes back.
    return (title !== name && title) || maybe(`${kind}.${name}`) || spelled(name);
  };
}

/** Titles of intents in the language of the console, as the intent files give them. */
export function useIntentTitle() {
  return useTitles('intents');
}

/** Titles of emotions; the files' own go before the console's. */
export function useEmotionTitle() {
  return useTitles('emotions');
}

/** How pleasant each emotion is, -1 to 1, as the emotion files say. */
export function useEmotionValence() {
  const labels = useLabels();
  const known = new Map(labels?.emotions.map((label) => [label.name, label.valence ?? 0]));
  return (name: string) => known.get(name) ?? USUAL_VALENCE[name] ?? 0;
}

const USUAL_VALENCE: Record<string, number> = {
  anger: -0.9, anxiety: -0.4, disappointment: -0.5, frustration: -0.6, rebuff: -0.3, sadness: -0.6,
  gratitude: 0.6, relief: 0.5, satisfaction: 0.7, neutral: 0,
};

/** Names of all intents and emotions there are. */
export function useLabelNames(): { intents: string[]; emotions: string[] } {
  const labels = useLabels();
  return {
    intents: labels?.intents.map((label) => label.name) ?? [],
    emotions: labels?.emotions.length ? labels.emotions.map((label) => label.name) : Object.keys(USUAL_VALENCE),
  };
}
