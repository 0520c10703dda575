import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { Answered, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../contract.ts';
import { useMe } from '../me.ts';
import styles from './account.module.css';
import { ChangePassword } from './ChangePassword.tsx';
import { SecondFactor } from './SecondFactor.tsx';

const WORDS = {
  title: text('我的账号', 'My account'),
  roles: text('我的角色', 'My roles'),
  none: text('还没有角色。', 'No roles yet.'),
  factor: text('第二因素', 'Second factor'),
  on: text('已启用：登录时除密码外还需动态验证码。', 'On: signing in needs a code beside the password.'),
  why: text(
    '启用后，即使密码泄露，他人也不能登录。系统管理员必须启用。',
    'With it nobody can sign in with a stolen password. Administrators must have it.',
  ),
  setUp: text('启用第二因素', 'Set it up'),
  password: text('密码', 'Password'),
  username: (name: string) => text(`用户名 ${name}`, `User name ${name}`),
};

/** One's own account: roles, second factor, password. */
export default function Account() {
  const words = useWords(WORDS);
  const say = useText();
  const me = useMe();
  const [settingUp, setSettingUp] = useState(false);
  return (
    <Screen title={words.title}>
      <Answered query={me}>
        {({ person, grants }) => (
          <div className={styles.account}>
            <Card
              title={person?.name}
              extra={<span className={styles.soft}>{words.username(person?.username ?? '')}</span>}
            >
              <h2>{words.roles}</h2>
              {grants.length === 0 && <p className={styles.soft}>{words.none}</p>}
              <ul className={styles.roles}>
                {grants.map(({ id, role, areaName, organisation }) => (
                  <li key={id}>
                    <b>{say(ROLES[role])}</b>
                    <span>{[areaName, organisation?.name].filter(Boolean).join(' · ')}</span>
                  </li>
                ))}
              </ul>
            </Card>
            <Card title={words.factor}>
              {person?.secondFactor ? (
                <p className={styles.on}>
                  <CheckCircleFilled aria-hidden /> {words.on}
                </p>
              ) : (
                <>
                  <p className={styles.soft}>{words.why}</p>
                  {settingUp ? <SecondFactor /> : <Button onClick={() => setSettingUp(true)}>{words.setUp}</Button>}
                </>
              )}
            </Card>
            <Card title={words.password}>
              <ChangePassword />
            </Card>
          </div>
        )}
      </Answered>
    </Screen>
  );
}
