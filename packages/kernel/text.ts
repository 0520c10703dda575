/** The languages of the interface: Chinese first, English complete. */
export type Locale = 'zh' | 'en';

/** A sentence or label in both languages. Every text that a person sees is one. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const text = (zh: string, en: string): Text => ({ zh, en });

/** The best locale for an Accept-Language header or a browser language; Chinese unless English is preferred to it. */
export function localeOf(languages: string | undefined): Locale {
  for (const part of (languages ?? '').split(',')) {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith('zh')) return 'zh';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh';
}
