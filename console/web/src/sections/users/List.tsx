import { PlusOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import shared from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { Failure } from '../../parts/Failure';
import { PageSkeleton } from '../../parts/PageSkeleton';
import styles from './users.module.css';

/** Things of one kind with their columns: a table, or the word that there is none yet. */
export function List<T>({
  kind,
  found,
  columns,
  row,
  onAdd,
}: {
  kind: 'users' | 'teams' | 'tokens' | 'webhooks';
  found: UseQueryResult<T[]>;
  /** Message ids; an empty one is a column of buttons. */
  columns: readonly string[];
  row: (item: T) => ReactNode;
  onAdd: () => void;
}) {
  const { t } = useReading();
  if (found.isError) {
    return <Failure problem={found.error} retry={() => void found.refetch()} />;
  }
  if (!found.data) {
    return <PageSkeleton />;
  }
  return (
    <section aria-label={t(`users.tab.${kind}`)}>
      <div className={styles.toolbar}>
        <p className="quiet">{t(`users.${kind}.about`)}</p>
        <Button type="primary" icon={<PlusOutlined />} onClick={onAdd}>
          {t(`users.${kind}.add`)}
        </Button>
      </div>
      <div className={shared.card}>
        {found.data.length === 0 ? (
          <p className="quiet">{t(`users.${kind}.none`)}</p>
        ) : (
          <div className={shared.scroll}>
            <table className={`${shared.table} ${styles.table}`}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column ? t(column) : <span className="unseen">{t('users.actions')}</span>}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{found.data.map(row)}</tbody>
            </table>
          </div>
        )}
      </div>
    </section>
  );
}
