import { LogoutOutlined } from '@ant-design/icons';
import { useLocation } from 'wouter';
import type { MenuEntry } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { setLocale, useLocale, useWords } from '#packages/web-kit';
import { MenuLink } from './MenuLink.tsx';
import { GROUPS } from './modules.ts';
import { rolesInWords } from './roles-in-words.ts';
import type { ShellProps } from './Shell.tsx';
import styles from './shell.module.css';
import { useSignOut } from './use-sign-out.ts';

const WORDS = {
  name: text('共治', 'Gongzhi'),
  menu: text('主菜单', 'Main menu'),
  work: text('办理', 'Work'),
  district: text('辖区', 'District'),
  system: text('系统', 'System'),
  out: text('退出登录', 'Sign out'),
};

interface Props extends ShellProps {
  readonly menu: readonly MenuEntry[];
}

/** The menu of the desk, with who is signed in at its foot. */
export function SideMenu({ me, district, menu }: Props) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const [location] = useLocation();
  const signOut = useSignOut();
  return (
    <header className={styles.side}>
      <p className={styles.brand}>
        <b>{words.name}</b>
        <span>{district}</span>
      </p>
      <nav aria-label={words.menu}>
        {GROUPS.map((group) => {
          const entries = menu.filter((entry) => entry.group === group);
          if (entries.length === 0) return null;
          return (
            <section key={group} aria-label={words[group]}>
              <h2>{words[group]}</h2>
              {entries.map((entry) => (
                <MenuLink key={entry.path} entry={entry} current={location} />
              ))}
            </section>
          );
        })}
      </nav>
      <div className={styles.person}>
        <p>
          <b>{me.person?.name}</b>
          <span>{rolesInWords(me.grants, locale)}</span>
        </p>
        <div>
          <button
            type="button"
            lang={locale === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
          >
            {locale === 'zh' ? 'English' : '中文'}
          </button>
          <button type="button" onClick={() => void signOut()}>
            <LogoutOutlined aria-hidden /> {words.out}
          </button>
        </div>
      </div>
    </header>
  );
}
