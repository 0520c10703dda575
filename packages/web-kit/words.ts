import { useSyncExternalStore } from 'react';
import { type Locale, localeOf, type Text } from '#packages/kernel';

/**
 * The language of the page. Words of the interface are `Text` pairs kept beside the screen that shows them: a missing translation
 * is a type error, and a screen carries only its own words.
 */
const KEY = 'gongzhi.locale';
const listeners = new Set<() => void>();

function initial(): Locale {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
  return stored === 'zh' || stored === 'en'
    ? stored
    : localeOf(typeof navigator === 'undefined' ? 'zh' : navigator.language);
}

let current: Locale = initial();

export const currentLocale = (): Locale => current;

export function setLocale(locale: Locale): void {
  current = locale;
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale, currentLocale);

/** A text with numbers or names in it: a function that yields the pair. */
type Sentence = (...values: never[]) => Text;
export type Words = Readonly<Record<string, Text | Sentence>>;

type Spoken<W extends Words> = {
  readonly [K in keyof W]: W[K] extends (...values: infer V) => Text ? (...values: V) => string : string;
};

/** The words in one language: `const w = useWords(words); w.title; w.found(3)`. */
export function speak<W extends Words>(words: W, locale: Locale): Spoken<W> {
  const spoken = Object.entries(words).map(([key, word]) => [
    key,
    typeof word === 'function' ? (...values: never[]) => word(...values)[locale] : word[locale],
  ]);
  return Object.fromEntries(spoken) as Spoken<W>;
}

export const useWords = <W extends Words>(words: W): Spoken<W> => speak(words, useLocale());

/** A single text in the language of the page. */
export const useText = (): ((text: Text) => string) => {
  const locale = useLocale();
  return (text) => text[locale];
};
