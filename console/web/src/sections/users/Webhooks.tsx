import { Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, type Schemas, take } from '../../api/client';
import { useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { useFormats } from '../../i18n/formats';
import { Tag } from '../../parts/Tag';
import { useChange, useWebhooks } from './data';
import { List } from './List';
import { type Secret, Shown } from './Shown';
import styles from './users.module.css';

interface Wanted {
  url: string;
}

/** Programs that are told of finished conversations. */
export function Webhooks() {
  const [address, setAddress] = useSearchParams();
  const found = useWebhooks();
  const [secret, setSecret] = useState<Secret>();
  const close = () => setAddress({ tab: 'webhooks' });
  const add = useChange(['webhooks'], (body: Wanted) => take(api.POST('/webhooks', { body })));
  const save = (wanted: Wanted) =>
    add.mutate(wanted, {
      onSuccess: ({ webhook, secret: text }) => {
        close();
        setSecret({ title: 'users.shown.webhook', name: webhook.url, text });
      },
    });
  return (
    <>
      <List
        kind="webhooks"
        found={found}
        columns={['users.webhooks.url', 'users.webhooks.state', 'users.webhooks.delivered', '']}
        row={(webhook) => <OneWebhook key={webhook.number} webhook={webhook} />}
        onAdd={() => setAddress({ tab: 'webhooks', add: 'yes' })}
      />
      {address.has('add') && <WebhookForm busy={add.isPending} onSave={save} onClose={close} />}
      <Shown secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}

function OneWebhook({ webhook }: { webhook: Schemas['webhook'] }) {
  const { t, language, zone } = useReading();
  const { number: count } = useFormats();
  const { number, url, created_at, created_by, delivered, waiting = 0, failing } = webhook;
  const end = useChange(['webhooks'], () => take(api.DELETE('/webhooks/{number}', { params: { path: { number } } })));
  return (
    <tr>
      <th scope="row" className={styles.url}>
        {url}
        <p className="quiet">{t('users.made', { by: created_by, at: momentText(created_at, language, zone) })}</p>
      </th>
      <td className={styles.wide}>
        <Tag tone={failing ? 'negative' : 'positive'}>{t(failing ? 'users.webhooks.failing' : 'users.webhooks.well')}</Tag>
        {failing && <p>{failing}</p>}
      </td>
      <td>
        {count(delivered)}
        {waiting > 0 && <p className="quiet">{t('users.webhooks.waiting', { n: waiting })}</p>}
      </td>
      <td className={styles.actions}>
        <Popconfirm
          title={t('users.webhooks.end_sure')}
          description={url}
          okText={t('users.remove')}
          cancelText={t('users.cancel')}
          onConfirm={() => end.mutate(undefined)}
        >
          <Button type="text" danger>
            {t('users.remove')}
            <span className="unseen">: {url}</span>
          </Button>
        </Popconfirm>
      </td>
    </tr>
  );
}

function WebhookForm({ busy, onSave, onClose }: { busy: boolean; onSave: (wanted: Wanted) => void; onClose: () => void }) {
  const { t } = useReading();
  const [form] = Form.useForm<Wanted>();
  return (
    <Modal
      open
      title={t('users.webhooks.add')}
      okText={t('users.save')}
      cancelText={t('users.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Wanted> form={form} layout="vertical" requiredMark={false} onFinish={onSave}>
        <Form.Item name="url" label={t('users.webhooks.url')} rules={[{ required: true, max: 1000, pattern: /^https?:\/\/.+/, message: t('users.webhooks.url_rule') }]}>
          <Input autoFocus inputMode="url" autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
