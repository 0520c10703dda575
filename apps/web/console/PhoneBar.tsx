import { LogoutOutlined, MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MenuEntry } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { setLocale, useLocale, useWords } from '#packages/web-kit';
import { MenuLink } from './MenuLink.tsx';
import { rolesInWords } from './roles-in-words.ts';
import type { ShellProps } from './Shell.tsx';
import styles from './shell.module.css';
import { useSignOut } from './use-sign-out.ts';

const WORDS = {
  menu: text('主菜单', 'Main menu'),
  more: text('更多', 'More'),
  out: text('退出登录', 'Sign out'),
};

const IN_BAR = 4;

interface Props extends ShellProps {
  readonly menu: readonly MenuEntry[];
}

/** The menu of a phone: the first entries within reach of the thumb, the rest behind "more". */
export function PhoneBar({ me, menu }: Props) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const [location] = useLocation();
  const [open, setOpen] = useState(false);
  const signOut = useSignOut();
  const close = () => setOpen(false);
  return (
    <nav className={styles.bar} aria-label={words.menu}>
      {menu.slice(0, IN_BAR).map((entry) => (
        <MenuLink key={entry.path} entry={entry} current={location} />
      ))}
      <button type="button" className={styles.link} aria-expanded={open} onClick={() => setOpen(true)}>
        <MenuOutlined aria-hidden />
        <span>{words.more}</span>
      </button>
      <Drawer title={me.person?.name} open={open} onClose={close} placement="bottom" size="auto">
        <p className={styles.roles}>{rolesInWords(me.grants, locale)}</p>
        <div className={styles.all}>
          {menu.map((entry) => (
            <MenuLink key={entry.path} entry={entry} current={location} onGo={close} />
          ))}
        </div>
        <div className={styles.foot}>
          <Button
            block
            lang={locale === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
          >
            {locale === 'zh' ? 'English' : '中文'}
          </Button>
          <Button block icon={<LogoutOutlined aria-hidden />} onClick={() => void signOut()}>
            {words.out}
          </Button>
        </div>
      </Drawer>
    </nav>
  );
}
