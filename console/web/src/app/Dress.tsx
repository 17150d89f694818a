import { App as Messages, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Preferences } from '../api/session';
import { useSetPreferences } from '../api/session';
import { firstLanguage, type Language } from '../i18n/bundles';
import { localZone } from '../i18n/formats';
import { TextProvider } from '../i18n/text';
import { device } from './device';
import { nonce } from './nonce';
import { lookOf, systemIsDark, systemIsStill, themeOf } from './theme';

interface Wardrobe {
  language: Language;
  theme: NonNullable<Preferences['theme']>;
  wear: (change: Pick<Preferences, 'language' | 'theme'>) => void;
}

const WardrobeContext = createContext<Wardrobe | null>(null);

/** Language and look, which can be changed at any time, signed in or not. */
export function useWardrobe(): Wardrobe {
  return useContext(WardrobeContext)!;
}

/** Dresses everything inside in the language, the look and the time zone that were chosen. */
export function Dress({ preferences, children }: { preferences?: Preferences; children: ReactNode }) {
  const [here, setHere] = useState<Preferences>(() => ({
    language: firstLanguage(device.get('language'), navigator.languages),
    theme: (device.get('theme') as Preferences['theme']) ?? 'system',
  }));
  const keep = useSetPreferences();
  const dark = useSyncExternalStore(systemIsDark.subscribe, systemIsDark.is);
  const still = useSyncExternalStore(systemIsStill.subscribe, systemIsStill.is);

  const language = preferences?.language ?? here.language!;
  const theme = preferences?.theme ?? here.theme!;
  const look = lookOf(theme, dark);

  useEffect(() => {
    device.set('language', language);
    device.set('theme', theme);
    document.documentElement.lang = language;
    document.documentElement.dataset.look = look;
    dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  }, [language, theme, look]);

  const wardrobe = useMemo<Wardrobe>(
    () => ({
      language,
      theme,
      wear(change) {
        setHere((before) => ({ ...before, ...change }));
        keep(change);
      },
    }),
    [language, theme],
  );

  return (
    <WardrobeContext value={wardrobe}>
      <TextProvider language={language} timeZone={preferences?.time_zone || localZone()}>
        <ConfigProvider
          locale={language === 'zh-CN' ? zhCN : enUS}
          theme={themeOf(look, still)}
          csp={nonce ? { nonce } : undefined}
          wave={{ disabled: true }}
          button={{ autoInsertSpace: false }}
        >
          <Messages style={{ height: '100%' }}>{children}</Messages>
        </ConfigProvider>
      </TextProvider>
    </WardrobeContext>
  );
}
