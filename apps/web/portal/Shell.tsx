import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useMe } from '#modules/access/web/portal/index';
import { text } from '#packages/kernel';
import { loadPlatform, setLocale, useLocale, useWords } from '#packages/web-kit';
import { Icon, type IconName } from '#packages/web-kit/ui';
import { Mark } from './Mark.tsx';
import styles from './shell.module.css';

const WORDS = {
  skip: text('跳到正文', 'Skip to the content'),
  product: text('共治', 'Gongzhi'),
  demo: text('演示', 'Demo'),
  nav: text('主导航', 'Main'),
  home: text('首页', 'Home'),
  around: text('身边', 'Around'),
  report: text('我要反映', 'Report'),
  track: text('查询', 'Track'),
  my: text('我的', 'My'),
  language: text('English', '中文'),
  languageLabel: text('Switch to English', '切换到中文'),
  about: text('使用说明', 'How it works'),
  duties: text('网格员做哪些事', 'What grid workers do'),
  entries: text('账本检查点', 'Ledger checkpoints'),
  hotline: text(
    '紧急情况请拨打 110、119、120；也可拨打 12345 反映。',
    'In an emergency call 110, 119 or 120. You can also call 12345.',
  ),
  promise: text('不打分、不排名、不追踪任何人。', 'No scores, no rankings, no tracking of anybody.'),
};

interface Item {
  readonly to: string;
  readonly icon: IconName;
  readonly word: 'home' | 'around' | 'report' | 'track' | 'my';
}

const ITEMS: readonly Item[] = [
  { to: '/', icon: 'home', word: 'home' },
  { to: '/around', icon: 'map', word: 'around' },
  { to: '/report', icon: 'pen', word: 'report' },
  { to: '/track', icon: 'search', word: 'track' },
  { to: '/my', icon: 'person', word: 'my' },
];

const isHere = (to: string, path: string) => (to === '/' ? path === '/' : path.startsWith(to));

/** Header, navigation (a bar at the bottom on phones), the screen, footer. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const words = useWords(WORDS);
  const [path] = useLocation();
  const main = useFocusOnChange(path);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {words.skip}
      </a>
      <Header path={path} />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer />
    </div>
  );
}

function Header({ path }: { readonly path: string }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { data: platform } = useQuery({ queryKey: ['platform'], queryFn: loadPlatform });
  const { data: me } = useMe();
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <Mark />
          <span>{words.product}</span>
          {platform && <span className={styles.district}>{platform.district.name}</span>}
          {platform?.demo && <span className={styles.demo}>{words.demo}</span>}
        </Link>
        <nav aria-label={words.nav} className={styles.nav}>
          {ITEMS.map(({ to, icon, word }) => (
            <Link
              key={to}
              to={to}
              className={word === 'report' ? `${styles.item} ${styles.report}` : styles.item}
              aria-current={isHere(to, path) ? 'page' : undefined}
            >
              <Icon name={icon} />
              <span>{word === 'my' && me?.person ? me.person.name : words[word]}</span>
            </Link>
          ))}
        </nav>
        <button
          type="button"
          className={styles.language}
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          aria-label={words.languageLabel}
          onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
        >
          {words.language}
        </button>
      </div>
    </header>
  );
}

function Footer() {
  const words = useWords(WORDS);
  return (
    <footer className={styles.footer}>
      <div>
        <p>{words.hotline}</p>
        <p>{words.promise}</p>
        <p className={styles.footLinks}>
          <Link to="/about">{words.about}</Link>
          <Link to="/duties">{words.duties}</Link>
          <a href="/api/ledger/checkpoints">{words.entries}</a>
        </p>
      </div>
    </footer>
  );
}

/** A new screen begins at its top, for eyes and for screen readers. */
function useFocusOnChange(path: string) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
