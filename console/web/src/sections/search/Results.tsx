import { CaretRightOutlined, MessageOutlined, PauseOutlined, PhoneOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useIntentTitle } from '../../api/labels';
import { useMay } from '../../api/session';
import { clock, useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { Feeling } from '../../parts/Feeling';
import { marked } from '../../parts/marked';
import { scoreTone } from '../../parts/tone';
import { nextSort, type Column } from './columns';
import styles from './Results.module.css';
import type { Sort } from './search';
import { useFieldWords } from './useFieldWords';
import type { Preview } from './usePreview';

type Hit = Schemas['search_page']['hits'][number];

interface Shared {
  columns: Column[];
  preview: Preview;
  /** The way into a conversation, at a moment. */
  way: (id: string, ms?: number, turn?: number) => { to: string; state: unknown };
}

/** The hits: a row of facts each, and the moments that the search is about. */
export function Results({ hits, sort, resort, stale, ...shared }: Shared & { hits: Hit[]; sort: Sort; resort: (sort: Sort) => void; stale: boolean }) {
  const t = useText();
  return (
    <table className={styles.results} data-stale={stale} aria-busy={stale}>
      <caption className="unseen">{t('search.results')}</caption>
      <thead>
        <tr>
          {shared.columns.map((column) => (
            <Head key={column.key} column={column} sort={sort} resort={resort} />
          ))}
        </tr>
      </thead>
      {hits.map((hit) => (
        <Row key={hit.conversation.id} hit={hit} {...shared} />
      ))}
    </table>
  );
}

function Head({ column, sort, resort }: { column: Column; sort: Sort; resort: (sort: Sort) => void }) {
  const t = useText();
  const name = t(`search.field.${column.key}`);
  if (!column.sort) return <th scope="col">{name}</th>;
  const way = sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : undefined;
  return (
    <th scope="col" data-number={column.number} aria-sort={way ?? 'none'}>
      <button type="button" onClick={() => resort(nextSort(column, sort))}>
        {name}
        <span aria-hidden="true" className={styles.way}>
          {way === 'ascending' ? '↑' : way === 'descending' ? '↓' : ''}
        </span>
      </button>
    </th>
  );
}

function Row({ hit, columns, preview, way }: Shared & { hit: Hit }) {
  const t = useText();
  const { conversation, moments } = hit;
  const first = moments[0];
  const call = conversation.channel === 'call';
  return (
    <tbody>
      <tr className={styles.facts}>
        {columns.map((column) => (
          <td key={column.key} data-column={column.key} data-number={column.number}>
            {column.key === 'started_at' ? (
              <Link className={styles.link} {...way(conversation.id, call ? first?.start_ms : undefined, first?.turn)} data-row>
                {call ? <PhoneOutlined aria-label={t('channels.call')} /> : <MessageOutlined aria-label={t('channels.chat')} />}
                <Started at={conversation.started_at} />
              </Link>
            ) : (
              <Cell name={column.key} of={conversation} />
            )}
          </td>
        ))}
      </tr>
      <tr className={styles.moments}>
        <td colSpan={columns.length}>
          {moments.length ? (
            <ul>
              {moments.map((moment) => (
                <Moment key={moment.turn} id={conversation.id} call={call} moment={moment} preview={preview} way={way} />
              ))}
            </ul>
          ) : (
            <p className={styles.summary}>{conversation.summary.join(' ') || conversation.keywords.join(' · ')}</p>
          )}
        </td>
      </tr>
    </tbody>
  );
}

function Started({ at }: { at: string }) {
  const { dateTime, moment } = useFormats();
  return (
    <time dateTime={at} title={dateTime(at)}>
      {moment(at)}
    </time>
  );
}

function Cell({ name, of }: { name: string; of: Schemas['summary'] }) {
  const words = useFieldWords();
  const intent = useIntentTitle();
  const { number } = useFormats();
  switch (name) {
    case 'emotion':
      return <Feeling name={of.emotion.label} />;
    case 'intent':
      return <>{of.intents[0] && intent(of.intents[0].name)}</>;
    case 'shape':
      return <>{words('shape', of.emotion.shape)}</>;
    case 'score':
      return (
        <span className={styles.score} data-tone={scoreTone(of.score)}>
          {number(of.score)}
        </span>
      );
    case 'duration':
      return <>{clock(of.duration_ms)}</>;
    case 'turns':
      return <>{number(of.turns)}</>;
    case 'outcome':
      return <span data-outcome={of.outcome}>{words('outcome', of.outcome)}</span>;
    case 'language':
      return <>{words('language', of.language)}</>;
    default:
      return <>{of[name as 'agent' | 'queue' | 'source' | 'customer']}</>;
  }
}

function Moment({ id, call, moment, preview, way }: Pick<Shared, 'preview' | 'way'> & { id: string; call: boolean; moment: Schemas['moment'] }) {
  const t = useText();
  const may = useMay();
  const playing = preview.playing === `${id} ${moment.turn}`;
  const at = clock(moment.start_ms);
  return (
    <li className={styles.moment}>
      {call && may('listen') ? (
        <button
          type="button"
          className={styles.play}
          aria-pressed={playing}
          aria-label={t(playing ? 'search.pause' : 'search.play', { at })}
          onClick={() => preview.toggle(id, moment.turn, moment.start_ms)}
        >
          {playing ? <PauseOutlined /> : <CaretRightOutlined />}
        </button>
      ) : (
        <span className={styles.noplay} />
      )}
      <Link className={styles.said} {...way(id, call ? moment.start_ms : undefined, moment.turn)}>
        <span className={`number ${styles.at}`}>{call ? at : ''}</span>
        <span className={styles.speaker}>{t(`speakers.${moment.speaker}`)}</span>
        {moment.sounds_like && (
          <span className={styles.sounds} title={t('search.sounds_like.what')}>
            {t('search.sounds_like')}
          </span>
        )}
        <span className={styles.text} dir="auto">
          {marked(moment.text, moment.spans)}
        </span>
      </Link>
    </li>
  );
}
