import { Button } from 'antd';
import { Blank } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { useSignOut } from './use-sign-out.ts';

const WORDS = {
  title: (name: string) => text(`${name}，工作台供工作人员使用`, `${name}, the console is for staff`),
  why: text(
    '您的账号没有工作人员角色。反映事项和查看进展请到居民门户。',
    'Your account has no staff role. To report and to follow matters, go to the portal.',
  ),
  portal: text('去居民门户', 'To the portal'),
  out: text('退出登录', 'Sign out'),
};

/** Somebody who is signed in without any role of staff. */
export function Visitor({ name }: { readonly name: string }) {
  const words = useWords(WORDS);
  const signOut = useSignOut();
  return (
    <main>
      <Blank title={words.title(name)}>
        <p>{words.why}</p>
        <Button type="primary" href="/">
          {words.portal}
        </Button>
        <Button onClick={() => void signOut()}>{words.out}</Button>
      </Blank>
    </main>
  );
}
