import { Spin } from 'antd';
import { type ComponentProps, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { useMe } from '#modules/access/web/console/index';
import { Blank, type ScreenEntry, useActor, usePhone } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Broken } from './Broken.tsx';
import { menuOf, SCREENS } from './modules.ts';
import { PhoneBar } from './PhoneBar.tsx';
import { SideMenu } from './SideMenu.tsx';
import styles from './shell.module.css';

const WORDS = {
  skip: text('跳到内容', 'Skip to the content'),
  notFound: text('没有这个页面', 'There is no such page'),
  notAllowed: text('您的角色不使用这个页面', 'This page is not for your role'),
};

type Me = NonNullable<ReturnType<typeof useMe>['data']>;

export interface ShellProps {
  readonly me: Me;
  readonly district: string;
}

/** Menu and screens: at the side on a desk, at the bottom on a phone. */
export function Shell({ me, district }: ShellProps) {
  const words = useWords(WORDS);
  const actor = useActor();
  const phone = usePhone();
  const [location] = useLocation();
  const menu = menuOf(actor);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      {!phone && <SideMenu me={me} district={district} menu={menu} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <main id="content" tabIndex={0} className={styles.main}>
        <Broken at={location}>
          <Suspense fallback={<Spin className={styles.loading} size="large" />}>
            <Switch>
              {SCREENS.map((screen) => (
                <Route key={screen.path} path={screen.path}>
                  {(params) => <Permitted screen={screen} params={params as Params} refusal={words.notAllowed} />}
                </Route>
              ))}
              <Route path="/">
                <Redirect to={menu[0].path} replace />
              </Route>
              <Route>
                <Blank title={words.notFound} />
              </Route>
            </Switch>
          </Suspense>
        </Broken>
      </main>
      {phone && <PhoneBar me={me} district={district} menu={menu} />}
    </div>
  );
}

type Params = ComponentProps<ScreenEntry['view']>['params'];

interface PermittedProps {
  readonly screen: ScreenEntry;
  readonly params: Params;
  readonly refusal: string;
}

function Permitted({ screen: { view: View, may }, params, refusal }: PermittedProps) {
  const actor = useActor();
  return (may?.(actor) ?? true) ? <View params={params} /> : <Blank title={refusal} />;
}
