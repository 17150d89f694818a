export type Language = 'en' | 'zh-CN';
export type Bundle = Record<string, string>;

// The frame's words in src/messages, a section's own in its folder.
const files = import.meta.glob<Bundle>(['../messages/*.json', '../sections/*/*.json'], { eager: true, import: 'default' });

function bundle(language: Language): Bundle {
  const name = `/${language}.json`;
  return Object.assign({}, ...Object.entries(files).filter(([path]) => path.endsWith(name)).map(([, messages]) => messages));
}

export const BUNDLES: Record<Language, Bundle> = { en: bundle('en'), 'zh-CN': bundle('zh-CN') };

/** The language to begin with: what was chosen on this machine, else what the browser prefers. */
export function firstLanguage(kept: string | null, wanted: readonly string[]): Language {
  if (kept === 'en' || kept === 'zh-CN') return kept;
  const first = wanted.find((tag) => /^(zh|en)/i.test(tag));
  return first && /^zh/i.test(first) ? 'zh-CN' : 'en';
}
