import { useQuery } from '@tanstack/react-query';
import { Input, Skeleton, Switch } from 'antd';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client';
import shared from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { Failure } from '../../parts/Failure';
import styles from './operations.module.css';
import { matching } from './settings';

/** The settings in force and the place that each comes from. */
export function Settings() {
  const { t } = useReading();
  const [address, setAddress] = useSearchParams();
  const found = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => take(api.GET('/operations/settings', { signal })),
  });
  const words = address.get('find') ?? '';
  const changed = address.get('changed') === 'yes';
  const change = (find: string, onlyChanged: boolean) =>
    setAddress({ tab: 'settings', ...(find && { find }), ...(onlyChanged && { changed: 'yes' }) }, { replace: true });
  if (found.isError) {
    return <Failure problem={found.error} retry={() => void found.refetch()} />;
  }
  if (!found.data) {
    return <Skeleton active paragraph={{ rows: 10 }} />;
  }
  const { file, settings } = found.data;
  const shown = matching(settings, words, changed);
  return (
    <section className={shared.card} aria-label={t('operations.tab.settings')}>
      <div className={styles.toolbar}>
        <Input
          className={styles.find}
          allowClear
          defaultValue={words}
          aria-label={t('operations.settings.find')}
          placeholder={t('operations.settings.find')}
          onChange={(event) => change(event.target.value, changed)}
        />
        <label className={styles.switch}>
          <Switch size="small" checked={changed} onChange={(on) => change(words, on)} /> {t('operations.settings.changed')}
        </label>
        <span className="quiet">{t('operations.settings.about')} <code className={styles.code}>{file}</code></span>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">{t('operations.settings.none')}</p>
      ) : (
        <div className={shared.scroll} role="group" aria-label={t('operations.tab.settings')} tabIndex={0}>
          <table className={shared.table}>
            <thead>
              <tr>
                <th scope="col">{t('operations.settings.key')}</th>
                <th scope="col" className={shared.left}>{t('operations.settings.value')}</th>
                <th scope="col" className={shared.left}>{t('operations.settings.from')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ key, value, file: from, line }) => (
                <tr key={key}>
                  <th scope="row"><code className={styles.code}>{key}</code></th>
                  <td className={shared.left}><code className={styles.code}>{value || '–'}</code></td>
                  <td className={shared.left}>
                    {line > 0 ? <code className={styles.code}>{from === file ? t('operations.settings.line', { line }) : `${from}:${line}`}</code> : <span className="quiet">{t('operations.settings.default')}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
