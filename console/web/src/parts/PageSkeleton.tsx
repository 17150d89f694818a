import { Skeleton } from 'antd';
import styles from './parts.module.css';

export function PageSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}
