import { Tooltip } from 'antd';
import { useReading } from './reading';
import { FEW, type Figures, isFew, type Measure } from './measures';
import styles from './figures.module.css';

/** Marks figures behind which few conversations are; nothing where there are enough. */
export function Few({ figures, measure }: { figures: Figures; measure?: Measure }) {
  const { t } = useReading();
  return isFew(figures, measure) && figures.conversations > 0 ? (
    <Tooltip title={t('figures.few.why', { few: FEW })}>
      <span className={styles.few}>{t('figures.few', { few: FEW })}</span>
    </Tooltip>
  ) : null;
}
