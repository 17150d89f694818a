import { DownloadOutlined, RedoOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Pagination, Space, Tooltip } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client';
import { useMay } from '../../api/session';
import shared from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { useFormats } from '../../i18n/formats';
import { useMaybeText } from '../../i18n/text';
import { Empty } from '../../parts/Empty';
import { Failure, useProblemWords } from '../../parts/Failure';
import { PageSkeleton } from '../../parts/PageSkeleton';
import { Tag } from '../../parts/Tag';
import { useStageName } from './Now';
import styles from './operations.module.css';
import { retryAll } from './retrying';

const PAGE = 25;

function useQuarantine(page: number) {
  return useQuery({
    queryKey: ['quarantine', page],
    queryFn: ({ signal }) => take(api.GET('/quarantine', { params: { query: { offset: (page - 1) * PAGE, limit: PAGE } }, signal })),
    placeholderData: keepPreviousData,
  });
}

type Item = NonNullable<ReturnType<typeof useQuarantine>['data']>['items'][number];

/** What could not be used, why, and the ways to try again. */
export function Quarantine() {
  const { t } = useReading();
  const [address, setAddress] = useSearchParams();
  const page = Math.max(1, Number(address.get('page')) || 1);
  const found = useQuarantine(page);
  const [chosen, setChosen] = useState<string[]>([]);
  const { retry, busy } = useRetry(() => setChosen([]));
  if (found.isError) {
    return <Failure problem={found.error} retry={() => void found.refetch()} />;
  }
  if (found.data?.total === 0) {
    return (
      <Empty title={t('operations.quarantine.none')}>
        <p className="quiet">{t('operations.quarantine.none_detail')}</p>
      </Empty>
    );
  }
  if (!found.data) {
    return <PageSkeleton />;
  }
  const { items, total } = found.data;
  const shown = items.map(({ id }) => id);
  const picked = chosen.filter((id) => shown.includes(id));
  return (
    <>
      <div className={styles.toolbar}>
        <span className="quiet">{t('operations.quarantine.about')}</span>
        <Button
          icon={<RedoOutlined />}
          disabled={shown.length === 0}
          loading={busy.size > 0 && { icon: <RedoOutlined spin /> }}
          onClick={() => void retry(picked.length > 0 ? picked : shown)}
        >
          {t(picked.length > 0 ? 'operations.quarantine.retry_chosen' : 'operations.quarantine.retry_page', { n: picked.length || shown.length })}
        </Button>
      </div>
      <div className={`${shared.card} ${shared.scroll}`}>
        <table className={shared.table}>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  aria-label={t('operations.quarantine.choose_all')}
                  checked={picked.length > 0 && picked.length === shown.length}
                  indeterminate={picked.length > 0 && picked.length < shown.length}
                  onChange={({ target }) => setChosen(target.checked ? shown : [])}
                />
              </th>
              <th scope="col" className={shared.left}>{t('operations.quarantine.what')}</th>
              <th scope="col" className={shared.left}>{t('operations.quarantine.why')}</th>
              <th scope="col">{t('operations.quarantine.when')}</th>
              <th scope="col">
                <span className="unseen">{t('operations.quarantine.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <OneItem
                key={item.id}
                item={item}
                chosen={picked.includes(item.id)}
                busy={busy.has(item.id)}
                onChoose={(on) => setChosen(on ? [...picked, item.id] : picked.filter((id) => id !== item.id))}
                onRetry={() => void retry([item.id])}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Pagination
        align="end"
        className={styles.pages}
        current={page}
        pageSize={PAGE}
        total={total}
        hideOnSinglePage
        showSizeChanger={false}
        onChange={(next) => setAddress({ tab: 'quarantine', ...(next > 1 && { page: String(next) }) })}
      />
    </>
  );
}

/** Retries conversations, tells how it went, and shows which are on their way. */
function useRetry(onDone: () => void) {
  const { t } = useReading();
  const { message, notification } = App.useApp();
  const words = useProblemWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());

  const retry = async (ids: readonly string[]) => {
    setBusy(new Set(ids));
    const { waiting, refused } = await retryAll(
      ids,
      (id) => take(api.POST('/quarantine/{id}/retry', { params: { path: { id } } })),
      (done) => setBusy(new Set(ids.slice(done))),
    );
    if (waiting > 0) {
      void message.success(t('operations.quarantine.retried', { n: waiting }));
    }
    refused.slice(0, 3).forEach(({ id, problem }) => {
      const { title, detail } = words(problem);
      notification.error({ title: t('operations.quarantine.refused', { id }), description: detail ?? title });
    });
    onDone();
    void queries.invalidateQueries({ queryKey: ['quarantine'] });
    void queries.invalidateQueries({ queryKey: ['operations'] });
  };
  return { retry, busy };
}

interface Shown {
  readonly item: Item;
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onRetry: () => void;
}

function OneItem({ item, chosen, busy, onChoose, onRetry }: Shown) {
  const { t, language, zone } = useReading();
  const { bytes } = useFormats();
  const may = useMay();
  const maybe = useMaybeText();
  const stage = useStageName();
  const { id, source, reason, kind, at, bytes: size } = item;
  const name = source || id;
  return (
    <tr>
      <td className={shared.left}>
        <Checkbox aria-label={t('operations.quarantine.choose', { name })} checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
      </td>
      <th scope="row" className={`${shared.left} ${styles.name}`}>
        {name}
        <p className="quiet">{size === undefined ? '' : bytes(size)}</p>
      </th>
      <td className={shared.left}>
        <div className={styles.reason}>
          {reason}
          <p>
            <Tag tone={kind === 'bug' ? 'negative' : 'plain'}>{maybe(`operations.kind.${kind}`) || kind}</Tag>{' '}
            <span className="quiet">{t('operations.quarantine.stage', { stage: stage(item.stage) })}</span>
          </p>
        </div>
      </td>
      <td>{momentText(at, language, zone)}</td>
      <td>
        <Space>
          {may('reveal') && (
            <Tooltip title={t('operations.quarantine.download')}>
              <Button
                type="text"
                icon={<DownloadOutlined />}
                aria-label={t('operations.quarantine.download_one', { name })}
                href={`/api/v1/quarantine/${encodeURIComponent(id)}/file`}
                download
              />
            </Tooltip>
          )}
          <Button icon={<RedoOutlined />} loading={busy} onClick={onRetry}>
            {t('operations.quarantine.retry')}
            <span className="unseen">: {name}</span>
          </Button>
        </Space>
      </td>
    </tr>
  );
}
