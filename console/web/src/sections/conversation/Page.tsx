import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { Failure } from '../../parts/Failure';
import { Open } from './Open';
import styles from './Page.module.css';
import { useConversation } from './useConversation';

export default function Page() {
  const { id = '' } = useParams();
  const { data: conversation, error, refetch } = useConversation(id);
  if (error) return <Failure problem={error} retry={() => void refetch()} />;
  if (!conversation) {
    return (
      <div className={styles.waiting} aria-busy="true">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  }
  return <Open conversation={conversation} />;
}
