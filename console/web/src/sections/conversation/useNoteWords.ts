import { spelled, useEmotionTitle, useEmotionValence, useIntentTitle } from '../../api/labels';
import { useMaybeText } from '../../i18n/text';
import { toneOf } from '../../parts/tone';

type Named = { kind: string; name: string };

/** What a finding is called, and how it should look. */
export function useNoteWords() {
  const maybe = useMaybeText();
  const intent = useIntentTitle();
  const emotion = useEmotionTitle();
  const valence = useEmotionValence();
  const kind = (code: string) => maybe(`kinds.${code}`) || spelled(code);
  return {
    kind,
    words({ kind: code, name }: Named): string {
      if (code === 'intent') return intent(name);
      if (code === 'emotion') return emotion(name);
      if (code === 'act') return maybe(`acts.${name}`) || spelled(name);
      if (code === 'outcome' || code === 'resolution') return maybe(`outcomes.${name}`) || kind(code);
      if (code === 'shift') return maybe(`conversation.shift.${name}`) || kind(code);
      if (code === 'question') return maybe('conversation.unanswered_note');
      return kind(code);
    },
    tone({ kind: code, name }: Named): 'negative' | 'positive' | 'accent' | 'caution' | 'plain' {
      if (code === 'emotion') return toneOf(valence(name));
      if (code === 'intent') return 'accent';
      if (['escalation', 'repeat_contact', 'question'].includes(code) || name === 'escalation') return 'caution';
      return 'plain';
    },
    valence,
  };
}
