import { Tooltip } from 'antd';
import { useReading } from './reading';
import { FEW, type Figures, isFew } from './measures';
import styles from './figures.module.css';

/** Marks figures behind which few conversations are; nothing where there are enough. */
export function Few({ figures }: { figures: Figures }) {
  const { t } = useReading();
  return isFew(figures) && figures.conversations > 0 ? (
    <Tooltip title={t('figures.few.why', { few: FEW })}>
      <span className={styles.few}>{t('figures.few', { few: FEW })}</span>
    </Tooltip>
  ) : null;
}
