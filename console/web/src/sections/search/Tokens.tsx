import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { clock, useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { EVERYTHING, FIELDS, limited, toggle, type Search } from './search';
import styles from './Tokens.module.css';
import { useFieldWords } from './useFieldWords';

interface Token {
  key: string;
  text: string;
  without: Search;
}

/** What narrows the search now; each can be taken away. */
export function Tokens({ search, go }: { search: Search; go: (next: Search) => void }) {
  const t = useText();
  const tokens = useTokens(search);
  if (!tokens.length) return null;
  return (
    <div className={styles.tokens} role="group" aria-label={t('search.active')}>
      {tokens.map(({ key, text, without }) => (
        <button key={key} type="button" className={styles.token} aria-label={t('search.remove', { what: text })} onClick={() => go(without)}>
          {text}
          <CloseOutlined />
        </button>
      ))}
      {tokens.length > 1 && (
        <Button type="link" size="small" onClick={() => go({ ...EVERYTHING, q: search.q, sort: search.sort })}>
          {t('search.remove_all')}
        </Button>
      )}
    </div>
  );
}

function useTokens(search: Search): Token[] {
  const t = useText();
  const words = useFieldWords();
  const { date, dateTime, timeZone } = useFormats();
  const tokens: Token[] = [];
  if (search.sample) {
    tokens.push({ key: 'sample', text: t('search.token.sample', { n: search.sample }), without: { ...search, sample: undefined, seed: undefined } });
  }
  if (search.period) {
    tokens.push({ key: 'period', text: t(`search.period.${search.period}`), without: { ...search, period: undefined, page: 1 } });
  } else if (search.from || search.to) {
    const text = t('search.token.range', { from: edge(search.from, false), to: edge(search.to, true) });
    tokens.push({ key: 'period', text, without: { ...search, from: undefined, to: undefined, page: 1 } });
  }
  FIELDS.forEach((field) =>
    search.values[field]?.forEach((value) =>
      tokens.push({
        key: `${field} ${value}`,
        text: t('search.token.value', { field: t(`search.field.${field}`), value: words(field, value) }),
        without: toggle(search, field, value),
      }),
    ),
  );
  const { score_from, score_to, duration_from, duration_to } = search.ranges;
  if (score_from !== undefined || score_to !== undefined) {
    const text = t('search.token.score', { from: score_from ?? 0, to: score_to ?? 100 });
    tokens.push({ key: 'score', text, without: limited(search, { score_from: undefined, score_to: undefined }) });
  }
  if (duration_from !== undefined || duration_to !== undefined) {
    const text =
      duration_to === undefined
        ? t('search.token.longer', { from: clock(duration_from ?? 0) })
        : t('search.token.duration', { from: clock(duration_from ?? 0), to: clock(duration_to) });
    tokens.push({ key: 'duration', text, without: limited(search, { duration_from: undefined, duration_to: undefined }) });
  }
  return tokens;

  /** A day where it begins at midnight, else the minute; a last day is the one before its midnight. */
  function edge(at: string | undefined, last: boolean): string {
    if (!at) return '…';
    const midnight = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at)) === '00:00';
    if (!midnight) return dateTime(at);
    return date(new Date(Date.parse(at) - (last ? 1 : 0)));
  }
}
