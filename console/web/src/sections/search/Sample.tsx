import { ExperimentOutlined } from '@ant-design/icons';
import { Button, InputNumber, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/text';
import type { Search } from './search';
import styles from './Saved.module.css';

const MOST = 200;
const USUAL = 20;

function dice(): number {
  return 1 + Math.floor(Math.random() * 2_147_483_646);
}

/** Draws conversations of the search at random. The seed stands in the address: a shared sample is the same one. */
export function Sample({ search, go, review }: { search: Search; go: (next: Search) => void; review?: () => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [size, setSize] = useState(search.sample ?? USUAL);
  const draw = () => {
    setOpen(false);
    go({ ...search, sample: size, seed: dice(), page: 1 });
  };
  return (
    <>
      {search.sample && review && (
        <Button size="small" type="primary" onClick={review}>
          {t('search.sample.review')}
        </Button>
      )}
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        title={t('search.sample')}
        content={
          <div className={styles.card}>
            <p className="quiet">{t('search.sample.text')}</p>
            <label className={styles.line}>
              {t('search.sample.size')}
              <InputNumber size="small" min={1} max={MOST} value={size} onChange={(n) => setSize(n ?? USUAL)} />
              <Button size="small" type="primary" onClick={draw}>
                {t(search.sample ? 'search.sample.again' : 'search.sample.go')}
              </Button>
            </label>
          </div>
        }
      >
        <Tooltip title={t('search.sample')}>
          <Button type="text" size="small" icon={<ExperimentOutlined />} aria-label={t('search.sample')} />
        </Tooltip>
      </Popover>
    </>
  );
}
