import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, Pagination, Select } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client';
import shared from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { useFormats } from '../../i18n/formats';
import { Failure } from '../../parts/Failure';
import { PageSkeleton } from '../../parts/PageSkeleton';
import { Entries } from './Entries';
import { ACTIONS, asked, auditQuery, PAGE, reachable } from './filters';
import styles from './audit.module.css';

/** Who did what, when and from where; nothing in it can be changed. */
export default function Page() {
  const { t, zone } = useReading();
  const { number } = useFormats();
  const [address, setAddress] = useSearchParams();
  const query = auditQuery(address, zone);
  const found = useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => take(api.GET('/audit', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  const narrowed = [...address.keys()].some((key) => key !== 'page');
  return (
    <div className={shared.page} aria-busy={found.isFetching}>
      <header className={shared.head}>
        <h1>{t('audit.title')}</h1>
        <span className="quiet" role="status">
          {found.data && t('audit.total', { n: found.data.total })}
        </span>
        <p className={shared.about}>{t('audit.about')}</p>
      </header>
      <Filters address={address} onChange={(parts) => setAddress(asked(address, parts))} />
      {found.isError ? (
        <Failure problem={found.error} retry={() => void found.refetch()} />
      ) : !found.data ? (
        <PageSkeleton />
      ) : found.data.entries.length === 0 ? (
        <section className={`${shared.card} ${styles.nothing}`}>
          <p>{t('audit.none')}</p>
          {narrowed && <Button onClick={() => setAddress({})}>{t('audit.clear')}</Button>}
        </section>
      ) : (
        <>
          <Entries entries={found.data.entries} onAsk={(parts) => setAddress(asked(address, parts))} />
          <Pagination
            align="end"
            current={query.offset / PAGE + 1}
            pageSize={PAGE}
            total={reachable(found.data.total)}
            hideOnSinglePage
            showSizeChanger={false}
            showTotal={(total, [from, to]) => t('audit.shown', { from: number(from), to: number(to), total: number(total) })}
            onChange={(page) => {
              const next = new URLSearchParams(address);
              next.set('page', String(page));
              setAddress(next);
            }}
          />
        </>
      )}
    </div>
  );
}

interface Narrowing {
  readonly address: URLSearchParams;
  readonly onChange: (parts: Record<string, string | undefined>) => void;
}

function Filters({ address, onChange }: Narrowing) {
  const { t } = useReading();
  const [first, last] = [address.get('first'), address.get('last')];
  return (
    <div className={styles.filters} role="search" aria-label={t('audit.filters')}>
      <Typed name="user" address={address} onChange={onChange} />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className={styles.action}
        aria-label={t('audit.action')}
        placeholder={t('audit.action')}
        value={address.get('action') ?? undefined}
        options={ACTIONS.map((value) => ({ value, label: t(`audit.action.${value}`) }))}
        onChange={(action?: string) => onChange({ action })}
      />
      <Typed name="conversation" address={address} onChange={onChange} />
      <DatePicker.RangePicker
        value={[first ? dayjs(first) : null, last ? dayjs(last) : null]}
        allowEmpty={[true, true]}
        placeholder={[t('figures.period.first'), t('figures.period.last')]}
        onChange={(days) => onChange({ first: days?.[0]?.format('YYYY-MM-DD'), last: days?.[1]?.format('YYYY-MM-DD') })}
      />
    </div>
  );
}

/** A condition that is typed; it holds from Enter or leaving on. */
function Typed({ name, address, onChange }: Narrowing & { name: 'user' | 'conversation' }) {
  const { t } = useReading();
  const kept = address.get(name) ?? '';
  const keep = (value: string) => value.trim() !== kept && onChange({ [name]: value.trim() });
  return (
    <Input
      key={kept}
      allowClear
      className={styles.typed}
      aria-label={t(`audit.${name}`)}
      placeholder={t(`audit.${name}`)}
      defaultValue={kept}
      maxLength={64}
      onPressEnter={(event) => keep(event.currentTarget.value)}
      onBlur={(event) => keep(event.target.value)}
      onClear={() => keep('')}
    />
  );
}
