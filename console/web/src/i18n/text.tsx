import type { ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { BUNDLES, type Language } from './bundles';

type Values = Record<string, string | number | Date | undefined>;

export function TextProvider({ language, timeZone, children }: { language: Language; timeZone: string; children: ReactNode }) {
  return (
    <IntlProvider locale={language} timeZone={timeZone} messages={BUNDLES[language]} defaultLocale="en">
      {children}
    </IntlProvider>
  );
}

/** The words of a message in the language of the console. */
export function useText() {
  const intl = useIntl();
  return (id: string, values?: Values): string => intl.formatMessage({ id }, values);
}

/** As {@link useText}, but empty where there is no such message: for names that come as codes. */
export function useMaybeText() {
  const intl = useIntl();
  return (id: string): string => (id in intl.messages ? intl.formatMessage({ id }) : '');
}

/** A message with marked-up parts, such as `Press <key>?</key>`. */
export function Text({ id, values }: { id: string; values?: Record<string, ReactNode | ((parts: ReactNode[]) => ReactNode)> }) {
  const intl = useIntl();
  return <>{intl.formatMessage({ id }, values as never)}</>;
}

export function useLanguage(): Language {
  return useIntl().locale as Language;
}
