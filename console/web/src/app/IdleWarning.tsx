import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useSession } from '../api/session';
import { useText } from '../i18n/text';

const MINUTE = 60_000;
const WARN_BEFORE = 2 * MINUTE;
const RENEW_EVERY = 4 * MINUTE;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'timeupdate'] as const;

/** Keeps the session while somebody is there, reading or listening, and warns before it ends. */
export function IdleWarning() {
  const t = useText();
  const queries = useQueryClient();
  const { idle_minutes: minutes } = useSession();
  const [warned, setWarned] = useState(false);

  useEffect(() => {
    if (!minutes) return;
    let seen = Date.now();
    let renewed = Date.now();
    const renew = () => {
      renewed = Date.now();
      void queries.invalidateQueries({ queryKey: ['session'] });
    };
    const live = () => {
      seen = Date.now();
      if (seen - renewed > RENEW_EVERY) renew();
    };
    const watch = window.setInterval(() => {
      const left = minutes * MINUTE - (Date.now() - Math.max(seen, renewed));
      setWarned(left < WARN_BEFORE);
      if (left < 0) renew();
    }, 10_000);
    SIGNS_OF_LIFE.forEach((sign) => window.addEventListener(sign, live, { capture: true, passive: true }));
    return () => {
      window.clearInterval(watch);
      SIGNS_OF_LIFE.forEach((sign) => window.removeEventListener(sign, live, { capture: true }));
    };
  }, [minutes, queries]);

  const stay = () => {
    setWarned(false);
    void queries.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <Modal
      open={warned}
      title={t('idle.title')}
      okText={t('idle.stay')}
      cancelButtonProps={{ hidden: true }}
      onOk={stay}
      onCancel={stay}
      closable={false}
    >
      {t('idle.text')}
    </Modal>
  );
}
