import { useText } from '../../i18n/text';

export default function Page() {
  const t = useText();
  return <h1>{t('conversation.title')}</h1>;
}
