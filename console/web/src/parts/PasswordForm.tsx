import { Alert, Button, Form, Input } from 'antd';
import { useChangePassword } from '../api/session';
import { useText } from '../i18n/text';
import { useProblemWords } from './Failure';

interface Values {
  current: string;
  password: string;
}

/** Current password, the new one, and the new one again. */
export function PasswordForm({ done }: { done?: () => void }) {
  const t = useText();
  const words = useProblemWords();
  const change = useChangePassword();
  const [form] = Form.useForm();
  const problem = change.error ? words(change.error) : undefined;
  const needed = [{ required: true, message: t('password.missing') }];
  const finish = ({ current, password }: Values) =>
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          form.resetFields();
          done?.();
        },
      },
    );

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={finish}>
      {problem && <Alert type="error" showIcon title={problem.title} description={problem.detail} style={{ marginBottom: 16 }} />}
      <Form.Item name="current" label={t('password.current')} rules={needed}>
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password.new')}
        rules={[{ required: true, min: 12, max: 256, message: t('password.too_short') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['password']}
        rules={[
          ...needed,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Button block type="primary" htmlType="submit" loading={change.isPending}>
        {t('password.go')}
      </Button>
    </Form>
  );
}
