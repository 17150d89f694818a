import { theme, type ThemeConfig } from 'antd';
import type { Preferences } from '../api/session';

export type Look = 'light' | 'dark';

const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "Helvetica Neue", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans", sans-serif';

const INK = {
  light: {
    accent: '#0b6b73', onAccent: '#ffffff', paper: '#f8f7f4', surface: '#ffffff', line: '#e4e1da', lineSoft: '#eeece6',
    ink: '#1c2326', ink2: '#475156', ink3: '#626c71', negative: '#a23b2c', positive: '#27694a', caution: '#7a5600',
    accentSoft: '#e2f0f0', negativeSoft: '#fae9e5', positiveSoft: '#e4f2ea', cautionSoft: '#fbf1d8',
  },
  dark: {
    accent: '#57bcc3', onAccent: '#06181a', paper: '#121618', surface: '#191e21', line: '#2d3539', lineSoft: '#242b2f',
    ink: '#e7ebec', ink2: '#b7c0c4', ink3: '#98a3a8', negative: '#e98f80', positive: '#7fc79f', caution: '#e2b95a',
    accentSoft: '#12353a', negativeSoft: '#3a221d', positiveSoft: '#1a3226', cautionSoft: '#362b12',
  },
};

/** Ant Design dressed in our own quiet colours; look.css holds the same ones for our own parts. */
export function themeOf(look: Look, still: boolean): ThemeConfig {
  const c = INK[look];
  return {
    algorithm: look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'earshot' },
    token: {
      motion: !still,
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      colorPrimary: c.accent,
      colorInfo: c.accent,
      colorLink: c.accent,
      colorError: c.negative,
      colorSuccess: c.positive,
      colorWarning: c.caution,
      // What Ant Design would derive from so dark an accent is grey.
      colorPrimaryBg: c.accentSoft,
      colorPrimaryBgHover: c.accentSoft,
      controlItemBgActive: c.accentSoft,
      controlItemBgActiveHover: c.accentSoft,
      colorInfoBg: c.accentSoft,
      colorInfoBorder: c.accentSoft,
      colorErrorBg: c.negativeSoft,
      colorErrorBorder: c.negativeSoft,
      colorSuccessBg: c.positiveSoft,
      colorSuccessBorder: c.positiveSoft,
      colorWarningBg: c.cautionSoft,
      colorWarningBorder: c.cautionSoft,
      colorText: c.ink,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink3,
      colorTextDescription: c.ink3,
      colorTextPlaceholder: c.ink3,
      colorTextQuaternary: c.ink3,
      colorBgLayout: c.paper,
      colorBgContainer: c.surface,
      colorBgElevated: c.surface,
      colorBorder: c.line,
      colorBorderSecondary: c.lineSoft,
      colorTextLightSolid: c.onAccent,
      boxShadowTertiary: 'none',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingBlock: 9, cellPaddingInline: 12, headerColor: c.ink3 },
      Tabs: { horizontalItemPaddingSM: '9px 0', horizontalItemGutter: 11, titleFontSizeSM: 13 },
      Tooltip: { colorBgSpotlight: look === 'dark' ? '#dfe5e7' : '#22292c', colorTextLightSolid: look === 'dark' ? '#14191b' : '#f6f7f7' },
    },
  };
}

/** Something that people set for their whole machine, and may set otherwise at any time. */
function wish(query: string) {
  const found = typeof matchMedia === 'function' ? matchMedia(query) : undefined;
  return {
    is: () => found?.matches ?? false,
    subscribe(listener: () => void) {
      found?.addEventListener('change', listener);
      return () => found?.removeEventListener('change', listener);
    },
  };
}

export const systemIsDark = wish('(prefers-color-scheme: dark)');
export const systemIsStill = wish('(prefers-reduced-motion: reduce)');

/** The look that a preference comes to on this machine. */
export function lookOf(preference: Preferences['theme'], dark: boolean): Look {
  if (preference === 'light' || preference === 'dark') return preference;
  return dark ? 'dark' : 'light';
}
