import { Skeleton } from 'antd';
import styles from './parts.module.css';

export function PageSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows: 9 }} />
    </div>
  );
}
