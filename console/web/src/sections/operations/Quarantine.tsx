import { DownloadOutlined, RedoOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Table, type TableColumnsType, Tooltip } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client';
import { useMay } from '../../api/session';
import { useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { useFormats } from '../../i18n/formats';
import { useMaybeText } from '../../i18n/text';
import { Empty } from '../../parts/Empty';
import { Failure, useProblemWords } from '../../parts/Failure';
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
  const columns = useColumns(retry, busy);
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
  const shown = (found.data?.items ?? []).map(({ id }) => id);
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
      <Table<Item>
        rowKey="id"
        size="middle"
        loading={found.isPending}
        columns={columns}
        dataSource={found.data?.items}
        scroll={{ x: 'max-content' }}
        rowSelection={{
          selectedRowKeys: picked,
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: ({ source, id }) => ({ 'aria-label': t('operations.quarantine.choose', { name: source || id }) }),
          columnTitle: (box) => <span aria-label={t('operations.quarantine.choose_all')}>{box}</span>,
        }}
        pagination={{
          current: page,
          pageSize: PAGE,
          total: found.data?.total,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (next) => setAddress({ tab: 'quarantine', ...(next > 1 && { page: String(next) }) }),
        }}
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

function useColumns(retry: (ids: string[]) => Promise<void>, busy: ReadonlySet<string>): TableColumnsType<Item> {
  const { t, language, zone } = useReading();
  const { bytes } = useFormats();
  const may = useMay();
  const maybe = useMaybeText();
  const stage = useStageName();
  return [
    {
      title: t('operations.quarantine.what'),
      render: (_, { source, id, bytes: size }) => (
        <>
          <b>{source || id}</b>
          <p className="quiet">{size === undefined ? '' : bytes(size)}</p>
        </>
      ),
    },
    {
      title: t('operations.quarantine.why'),
      width: '48%',
      render: (_, { reason, kind, stage: at }) => (
        <div className={styles.reason}>
          {reason}
          <p>
            <Tag tone={kind === 'BUG' ? 'negative' : 'plain'}>{maybe(`operations.kind.${kind}`) || kind}</Tag>{' '}
            <span className="quiet">{t('operations.quarantine.stage', { stage: stage(at) })}</span>
          </p>
        </div>
      ),
    },
    { title: t('operations.quarantine.when'), render: (_, { at }) => momentText(at, language, zone) },
    {
      title: <span className="unseen">{t('operations.quarantine.actions')}</span>,
      align: 'end',
      render: (_, { id, source }) => (
        <Space>
          {may('reveal') && (
            <Tooltip title={t('operations.quarantine.download')}>
              <Button
                type="text"
                icon={<DownloadOutlined />}
                aria-label={t('operations.quarantine.download_one', { name: source || id })}
                href={`/api/v1/quarantine/${encodeURIComponent(id)}/file`}
                download
              />
            </Tooltip>
          )}
          <Button icon={<RedoOutlined />} loading={busy.has(id)} onClick={() => void retry([id])}>
            {t('operations.quarantine.retry')}
            <span className="unseen">: {source || id}</span>
          </Button>
        </Space>
      ),
    },
  ];
}
