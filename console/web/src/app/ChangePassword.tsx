import { Alert, Button } from 'antd';
import { useSignOut } from '../api/session';
import { useText } from '../i18n/text';
import { PasswordForm } from '../parts/PasswordForm';
import { Outside } from './Outside';

/** The first password is changed before anything else. */
export function ChangePassword() {
  const t = useText();
  const signOut = useSignOut();
  return (
    <Outside title={t('password.title')} text={t('password.first')}>
      <Alert type="info" showIcon title={t('password.rule')} />
      <PasswordForm />
      <Button block type="link" onClick={() => signOut.mutate()}>
        {t('frame.sign_out')}
      </Button>
    </Outside>
  );
}
