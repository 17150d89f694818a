import { useQuery } from '@tanstack/react-query';
import { Badge, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client';
import styles from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { Failure } from '../../parts/Failure';
import { PageSkeleton } from '../../parts/PageSkeleton';
import { Now } from './Now';
import { Quarantine } from './Quarantine';
import { Settings } from './Settings';
import { ASK_MS, useLive } from './useLive';

const TABS = ['now', 'quarantine', 'settings'] as const;

/** What goes on, what could not be used, and under which settings. */
export default function Page() {
  const { t } = useReading();
  const [address, setAddress] = useSearchParams();
  const live = useLive(['operations', 'quarantine']);
  const operations = useQuery({
    queryKey: ['operations'],
    queryFn: ({ signal }) => take(api.GET('/operations', { signal })),
    refetchInterval: live ? ASK_MS.live : ASK_MS.silent,
  });
  const tab = TABS.find((name) => name === address.get('tab')) ?? 'now';
  const quarantined = operations.data?.ledger?.quarantined ?? 0;
  const content = {
    now: operations.isError ? (
      <Failure problem={operations.error} retry={() => void operations.refetch()} />
    ) : operations.data ? (
      <Now operations={operations.data} live={live} />
    ) : (
      <PageSkeleton />
    ),
    quarantine: <Quarantine />,
    settings: <Settings />,
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('operations.title')}</h1>
      </header>
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(name) => setAddress(name === 'now' ? {} : { tab: name })}
        items={TABS.map((name) => ({
          key: name,
          label: (
            <span>
              {t(`operations.tab.${name}`)}{' '}
              {name === 'quarantine' && quarantined > 0 && <Badge count={quarantined} overflowCount={9999} color="var(--ink-3)" />}
            </span>
          ),
          children: content[name],
        }))}
      />
    </div>
  );
}
