import { Alert, Modal, Typography } from 'antd';
import { useReading } from '../../figures/reading';
import styles from './users.module.css';

/** A secret that is shown this once. */
export interface Secret {
  /** Message id of what it is, with the name of whose it is. */
  readonly title: string;
  readonly name: string;
  readonly text: string;
}

/** Shows a secret once, to be copied; it is gone when the dialog closes. */
export function Shown({ secret, onClose }: { secret?: Secret; onClose: () => void }) {
  const { t } = useReading();
  return (
    <Modal
      open={secret !== undefined}
      title={secret && t(secret.title, { name: secret.name })}
      okText={t('users.shown.done')}
      cancelButtonProps={{ className: 'unseen', tabIndex: -1 }}
      mask={{ closable: false }}
      keyboard={false}
      closable={false}
      onOk={onClose}
      destroyOnHidden
    >
      <Alert type="warning" showIcon title={t('users.shown.once')} />
      <Typography.Text code copyable={{ tooltips: [t('users.shown.copy'), t('users.shown.copied')] }} className={styles.secret}>
        {secret?.text}
      </Typography.Text>
    </Modal>
  );
}
