import { DownloadOutlined, FilterOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Select, Tooltip } from 'antd';
import { useMay, useSession, useSetPreferences } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { addressOf, csvName, download } from '../../parts/download';
import { chosenColumns, COLUMNS } from './columns';
import { zoneDay } from './days';
import { Sample } from './Sample';
import { Saved } from './Saved';
import { sortOf, SORTS, type Search } from './search';
import styles from './Toolbar.module.css';
import { useConditions } from './useSearch';

interface Props {
  search: Search;
  go: (next: Search) => void;
  found?: { total: number; took_ms: number };
  review?: () => void;
  filters: () => void;
}

/** How many there are, and what can be done with all of them. */
export function Toolbar({ search, go, found, review, filters }: Props) {
  const t = useText();
  const may = useMay();
  return (
    <div className={styles.bar}>
      <Button size="small" icon={<FilterOutlined />} className={styles.filters} onClick={filters}>
        {t('search.show_filters')}
      </Button>
      <p className={styles.found} role="status">
        {found && <strong>{t('search.found', { n: found.total })}</strong>}
        {found && <span className="quiet number">{t('search.took', { ms: found.took_ms })}</span>}
      </p>
      <div className={styles.tools}>
        {!search.sample && (
          <Select
            size="small"
            variant="borderless"
            popupMatchSelectWidth={false}
            aria-label={t('search.sort')}
            value={sortOf(search)}
            onChange={(sort) => go({ ...search, sort, page: 1 })}
            options={SORTS.filter((sort) => sort !== 'relevance' || search.q.trim()).map((sort) => ({ value: sort, label: t(`search.sort.${sort}`) }))}
          />
        )}
        <Sample search={search} go={go} review={review} />
        <Saved search={search} go={go} />
        <Columns />
        {may('export') && <Csv search={search} />}
      </div>
    </div>
  );
}

function Columns() {
  const t = useText();
  const { preferences } = useSession();
  const setPreferences = useSetPreferences();
  const chosen = chosenColumns(preferences.columns).map((column) => column.key);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('search.columns')}
      content={
        <Checkbox.Group
          className={styles.columns}
          value={chosen}
          onChange={(columns) => setPreferences({ columns })}
          options={COLUMNS.map(({ key }) => ({ value: key, label: t(`search.field.${key}`), disabled: key === 'started_at' }))}
        />
      }
    >
      <Tooltip title={t('search.columns')}>
        <Button type="text" size="small" icon={<TableOutlined />} aria-label={t('search.columns')} />
      </Tooltip>
    </Popover>
  );
}

function Csv({ search }: { search: Search }) {
  const t = useText();
  const { timeZone } = useFormats();
  const query = useConditions(search);
  const keep = () => download(addressOf('/conversations.csv', query), csvName(search.q, zoneDay(new Date().toISOString(), timeZone)));
  return (
    <Tooltip title={t('search.csv')}>
      <Button type="text" size="small" icon={<DownloadOutlined />} aria-label={t('search.csv')} onClick={keep} />
    </Tooltip>
  );
}
