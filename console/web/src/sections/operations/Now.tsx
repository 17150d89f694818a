import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Alert, Progress } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useMay } from '../../api/session';
import shared from '../../figures/figures.module.css';
import { clockLength } from '../../figures/measures';
import { useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { useFormats } from '../../i18n/formats';
import { useMaybeText } from '../../i18n/text';
import { spelled } from '../../api/labels';
import styles from './operations.module.css';

type Operations = Schemas['operations'];

/** How everything is right now. */
export function Now({ operations, live }: { operations: Operations; live: boolean }) {
  const { t } = useReading();
  const { parts, sources, running, queues, ledger, models, disk, versions } = operations;
  return (
    <div className={styles.now}>
      <Alarms operations={operations} />
      {ledger && <Ledger ledger={ledger} live={live} />}
      <div className={shared.even}>
        <Card id="running" title={t('operations.running')}>
          <Running running={running} />
          <Queues queues={queues} />
        </Card>
        <Card id="parts" title={t('operations.parts')}>
          <ul className={styles.list}>
            {parts.map(({ name, ok, detail }) => (
              <li key={name}>
                <Health ok={ok} />
                <div>
                  <b>{name}</b>
                  <p className="quiet">{detail}</p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <Card id="sources" title={t('operations.sources')}>
        <Sources sources={sources} />
      </Card>
      <div className={shared.even}>
        <Card id="models" title={t('operations.models')}>
          {models.length === 0 ? (
            <p className="quiet">{t('operations.models.none')}</p>
          ) : (
            <dl className={styles.facts}>
              {models.map(({ kind, name, language, detail }) => (
                <div key={`${kind} ${name}`}>
                  <dt>{kind}{language && ` · ${language}`}</dt>
                  <dd>
                    {name} <span className="quiet">{detail}</span>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Card>
        <Card id="machine" title={t('operations.machine')}>
          <Machine disk={disk} versions={versions} />
        </Card>
      </div>
    </div>
  );
}

function Card({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={shared.card} aria-labelledby={id}>
      <header className={shared.cardHead}>
        <h2 id={id}>{title}</h2>
      </header>
      {children}
    </section>
  );
}

function Health({ ok }: { ok: boolean }) {
  const { t } = useReading();
  return (
    <span className={styles.health} data-ok={ok}>
      {ok ? <CheckCircleFilled /> : <WarningFilled />}
      {t(ok ? 'operations.ok' : 'operations.not_ok')}
    </span>
  );
}

/** What somebody should look at first. */
function Alarms({ operations }: { operations: Operations }) {
  const { t, language, zone } = useReading();
  const may = useMay();
  const { waiting_for, alarms = [] } = operations;
  return (
    <>
      {waiting_for && <Alert type="warning" showIcon title={<b>{waiting_for}</b>} description={t('operations.waiting_for')} />}
      {alarms.map(({ number, at, user, detail }) => (
        <p key={number} className={styles.alarm}>
          <WarningFilled />
          <span>
            <b>{user ? t('operations.alarm', { user }) : t('operations.alarm.log')}</b> {detail} · {momentText(at, language, zone)}
          </span>
          {may('administer') && <Link to={user ? `/audit?user=${encodeURIComponent(user)}` : '/audit'}>{t('operations.alarm.open')}</Link>}
        </p>
      ))}
    </>
  );
}

/** The ledger as the equation that it is. */
function Ledger({ ledger, live }: { ledger: NonNullable<Operations['ledger']>; live: boolean }) {
  const { t, language, zone } = useReading();
  const { number } = useFormats();
  const { received, indexed, quarantined, in_flight, balanced, at } = ledger;
  const terms = [
    { name: 'received', value: received },
    { name: 'indexed', value: indexed, sign: '=', to: '/search' },
    { name: 'quarantined', value: quarantined, sign: '+', to: '/operations?tab=quarantine' },
    { name: 'in_flight', value: in_flight, sign: '+' },
  ];
  return (
    <section className={shared.card} aria-labelledby="ledger">
      <header className={shared.cardHead}>
        <h2 id="ledger">{t('operations.ledger')}</h2>
        <span className="quiet">
          {t('operations.as_of', { at: momentText(at, language, zone) })} · {t(live ? 'operations.live' : 'operations.asking')}
        </span>
      </header>
      <div className={styles.ledger}>
        {terms.map(({ name, value, sign, to }) => (
          <div key={name} className={styles.term}>
            {sign && <span className={styles.sign}>{sign}</span>}
            <div>
              <strong>{to ? <Link to={to}>{number(value)}</Link> : number(value)}</strong>
              <span>{t(`operations.ledger.${name}`)}</span>
            </div>
          </div>
        ))}
        <span className={styles.health} data-ok={balanced}>
          {balanced ? <CheckCircleFilled /> : <WarningFilled />}
          {t(balanced ? 'operations.ledger.balanced' : 'operations.ledger.unbalanced')}
        </span>
      </div>
    </section>
  );
}

function Running({ running }: { running: Operations['running'] }) {
  const { t } = useReading();
  const stage = useStageName();
  if (running.length === 0) {
    return <p className="quiet">{t('operations.running.none')}</p>;
  }
  return (
    <ul className={styles.running}>
      {running.map(({ id, source, stage: at, done_ms, total_ms }) => (
        <li key={`${id} ${at}`}>
          <div>
            <b>{source || id}</b> <span className="quiet">{stage(at)}</span>
            <span className={styles.end}>
              {total_ms > 0 ? t('operations.running.of', { done: clockLength(done_ms), total: clockLength(total_ms) }) : clockLength(done_ms)}
            </span>
          </div>
          <Progress
            percent={total_ms > 0 ? Math.min(100, Math.round((100 * done_ms) / total_ms)) : 0}
            size="small"
            aria-label={`${source || id}, ${stage(at)}`}
          />
        </li>
      ))}
    </ul>
  );
}

function Queues({ queues }: { queues: Operations['queues'] }) {
  const { t } = useReading();
  const stage = useStageName();
  return (
    <ol className={styles.queues} aria-label={t('operations.queues')}>
      {queues.map(({ stage: at, waiting }) => (
        <li key={at}>
          <span>{stage(at)}</span>
          <b>{t('operations.queues.waiting', { n: waiting })}</b>
        </li>
      ))}
    </ol>
  );
}

function Sources({ sources }: { sources: Operations['sources'] }) {
  const { t, language, zone } = useReading();
  const { number } = useFormats();
  if (sources.length === 0) {
    return <p className="quiet">{t('operations.sources.none')}</p>;
  }
  return (
    <div className={shared.scroll} role="group" aria-labelledby="sources" tabIndex={0}>
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col">{t('operations.sources.name')}</th>
            <th scope="col" className={shared.left}>{t('operations.sources.health')}</th>
            <th scope="col" className={shared.left}>{t('operations.sources.place')}</th>
            <th scope="col">{t('operations.sources.received')}</th>
            <th scope="col">{t('operations.sources.last')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ name, kind, place, ok, detail, received, last_at }) => (
            <tr key={name}>
              <th scope="row">
                {name} <span className="quiet">{kind}</span>
              </th>
              <td className={shared.left}>
                <Health ok={ok} />
                <p className={styles.detail}>{detail}</p>
              </td>
              <td className={shared.left}>
                <code className={styles.code}>{place}</code>
              </td>
              <td>{received === undefined ? '–' : number(received)}</td>
              <td>{last_at ? momentText(last_at, language, zone) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Machine({ disk, versions }: { disk: Operations['disk']; versions: Operations['versions'] }) {
  const { t } = useReading();
  const { bytes } = useFormats();
  const low = disk.usable_bytes < 2 * disk.reserve_bytes;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('operations.disk')}</dt>
        <dd>
          {t('operations.disk.free', { free: bytes(disk.usable_bytes), reserve: bytes(disk.reserve_bytes) })}{' '}
          <code className={styles.code}>{disk.place}</code>
          {low && <span className={styles.health} data-ok={false}><WarningFilled /> {t('operations.disk.low')}</span>}
        </dd>
      </div>
      {Object.entries(versions).map(([name, version]) => (
        <div key={name}>
          <dt>{spelled(name)}</dt>
          <dd>{version}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a stage of the work is called. */
export function useStageName() {
  const maybe = useMaybeText();
  return (stage: string) => maybe(`operations.stage.${stage}`) || spelled(stage);
}
