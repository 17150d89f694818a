import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown, Progress } from 'antd';
import type { ReactNode } from 'react';
import { spelled } from '../../api/labels';
import { useMay } from '../../api/session';
import { clock, useFormats } from '../../i18n/formats';
import { useMaybeText, useText } from '../../i18n/text';
import { addressOf, download } from '../../parts/download';
import styles from './Panel.module.css';
import { Part } from './Summary';
import type { Conversation } from './useConversation';

/** The forms of a transcript with the endings of their files; captions and word lists need times. */
const FORMATS = [
  { format: 'text', ending: 'txt', needsTimes: false },
  { format: 'vtt', ending: 'vtt', needsTimes: true },
  { format: 'srt', ending: 'srt', needsTimes: true },
  { format: 'ctm', ending: 'ctm', needsTimes: true },
  { format: 'rttm', ending: 'rttm', needsTimes: true },
  { format: 'vcon', ending: 'vcon', needsTimes: false },
  { format: 'json', ending: 'json', needsTimes: false },
] as const;

/** How the score came about, how the talking went, what else is known, and what can be taken along. */
export function Details({ conversation: c }: { conversation: Conversation }) {
  const t = useText();
  const maybe = useMaybeText();
  const { percent, number, dateTime } = useFormats();
  const { talk } = c;
  const call = c.channel === 'call';
  return (
    <div className={styles.tab}>
      <Part title={t('conversation.score', { score: number(c.score) })}>
        <table className={styles.parts}>
          <tbody>
            {c.score_parts.map((part) => (
              <tr key={part.name}>
                <th scope="row">{maybe(`conversation.part.${part.name}`) || spelled(part.name)}</th>
                <td className={styles.gauge}>
                  <Progress percent={part.value} showInfo={false} size="small" aria-label={maybe(`conversation.part.${part.name}`) || spelled(part.name)} />
                </td>
                <td className="number">{number(part.value)}</td>
                <td className="number quiet">{t('conversation.weight', { share: percent(part.weight) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part title={t('conversation.talk')}>
        <Facts
          rows={[
            ['agent_share', percent(talk.agent_share)],
            ['customer_share', percent(talk.customer_share)],
            ...(call
              ? ([
                  ['silence_share', percent(talk.silence_share)],
                  ['longest_silence', clock(talk.longest_silence_ms)],
                  ['overlaps', number(talk.overlaps)],
                  ['agent_rate', number(talk.agent_rate)],
                  ['customer_rate', number(talk.customer_rate)],
                ] as [string, string][])
              : []),
            ...(c.timed ? ([['first_response', clock(talk.first_response_ms)]] as [string, string][]) : []),
          ]}
        />
      </Part>
      <Part title={t('conversation.facts')}>
        <Facts
          rows={[
            ['id', <code key="id">{c.id}</code>],
            ['started', dateTime(c.started_at)],
            ['agent', c.agent],
            ['customer', c.customer],
            ['queue', c.queue],
            ['source', c.source],
            ['language', maybe(`languages.${c.language}`) || c.language],
            ...(call ? ([['speakers', t(c.diarized ? 'conversation.speakers_guessed' : 'conversation.speakers_known', { percent: percent(c.speaker_confidence) })]] as [string, string][]) : []),
          ]}
        />
        {Object.keys(c.attributes).length > 0 && <Facts own rows={Object.entries(c.attributes)} />}
      </Part>
      <Downloads conversation={c} />
    </div>
  );
}

function Facts({ rows, own }: { rows: [string, ReactNode][]; own?: boolean }) {
  const t = useText();
  return (
    <dl className={styles.facts}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{own ? spelled(name) : t(`conversation.fact.${name}`)}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Downloads({ conversation: c }: { conversation: Conversation }) {
  const t = useText();
  const may = useMay();
  if (!may('export')) return null;
  return (
    <Part title={t('conversation.downloads')}>
      <div className={styles.line}>
        <Dropdown
          trigger={['click']}
          menu={{
            items: FORMATS.filter(({ needsTimes }) => !needsTimes || c.timed).map(({ format, ending }) => ({
              key: format,
              label: t(`conversation.download.${format}`),
              onClick: () => download(addressOf(`/conversations/${c.id}/transcript`, { format }), `${c.id}.${ending}`),
            })),
          }}
        >
          <Button size="small" icon={<DownloadOutlined />}>
            {t('conversation.download.transcript')}
          </Button>
        </Dropdown>
        {c.audio && may('listen') && (
          <Button size="small" icon={<DownloadOutlined />} onClick={() => download(addressOf(`/conversations/${c.id}/audio`, { download: true }), `${c.id}.wav`)}>
            {t('conversation.download.audio')}
          </Button>
        )}
      </div>
    </Part>
  );
}
