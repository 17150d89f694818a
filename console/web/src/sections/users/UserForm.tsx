import { Checkbox, Form, Input, Modal, Select, Switch } from 'antd';
import type { Schemas } from '../../api/client';
import { useReading } from '../../figures/reading';
import { atLeastOne, useKnown, useTeams } from './data';
import styles from './users.module.css';

type User = Schemas['user'];
export type NewUser = Schemas['new_user'];

const ROLES = ['supervisor', 'team_lead', 'script_designer', 'agent', 'administrator'] as const;
const NAME = /^[\p{L}\p{N}._@-]+$/u;

/** Adds a user, or changes what one may do. */
export function UserForm({
  user,
  busy,
  onSave,
  onClose,
}: {
  /** Absent for a new one. */
  user?: User;
  busy: boolean;
  onSave: (values: NewUser) => void;
  onClose: () => void;
}) {
  const { t } = useReading();
  const [form] = Form.useForm<NewUser>();
  const roles = Form.useWatch('roles', form) ?? user?.roles ?? [];
  const queues = useKnown('queue').map((value) => ({ value }));
  const agents = useKnown('agent').map((value) => ({ value }));
  const teams = (useTeams().data ?? []).map(({ name }) => ({ value: name }));
  return (
    <Modal
      open
      title={user ? t('users.users.change', { name: user.display_name || user.name }) : t('users.users.add')}
      okText={t('users.save')}
      cancelText={t('users.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<NewUser>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={user ?? { roles: ['supervisor'], queues: [], teams: [], may_reveal: false }}
        onFinish={(values) => onSave({ ...values, agent: values.roles.includes('agent') ? values.agent : undefined })}
      >
        {!user && (
          <Form.Item
            name="name"
            label={t('users.users.name')}
            rules={[{ required: true, max: 64, pattern: NAME, message: t('users.users.name_rule') }]}
          >
            <Input autoComplete="off" autoFocus />
          </Form.Item>
        )}
        <Form.Item name="display_name" label={t('users.users.display_name')} rules={[{ required: true, max: 128, message: t('users.needed') }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="roles" label={t('users.users.roles')} rules={[atLeastOne(t('users.users.roles_rule'))]}>
          <Checkbox.Group
            className={styles.choices}
            options={ROLES.map((value) => ({
              value,
              label: (
                <>
                  {t(`roles.${value}`)} <span className="quiet">{t(`users.role.${value}`)}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
        {roles.includes('agent') && (
          <Form.Item name="agent" label={t('users.users.agent')} rules={[{ required: true, max: 256, message: t('users.needed') }]}>
            <Select showSearch options={agents} mode={undefined} popupMatchSelectWidth />
          </Form.Item>
        )}
        <Form.Item name="queues" label={t('users.queues')} extra={t('users.queues.all')}>
          <Select mode="tags" options={queues} maxCount={100} />
        </Form.Item>
        <Form.Item name="teams" label={t('users.teams')} extra={t('users.teams.all')}>
          <Select mode="multiple" options={teams} maxCount={100} />
        </Form.Item>
        <Form.Item name="may_reveal" label={t('users.users.may_reveal')} extra={t('users.users.may_reveal_why')} valuePropName="checked" layout="horizontal">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
}
