import { useQuery } from '@tanstack/react-query';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../contract.ts';
import { api } from '../api.ts';
import { groupAccounts } from './demo-groups.ts';
import styles from './sign-in.module.css';

const WORDS = {
  title: text('演示账号', 'Demo accounts'),
  hint: text(
    '点一下即以该身份登录。演示数据，不涉及真实人员。',
    'One tap signs you in. Demo data: nobody here is real.',
  ),
};

const askAccounts = () => api('GET /api/demo-accounts');

interface Props {
  readonly busy: boolean;
  readonly onChoose: (username: string, password: string) => void;
}

/** Accounts of the demo district, one tap each; nothing where there are none. */
export function DemoAccounts({ busy, onChoose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { data = [] } = useQuery({ queryKey: ['demo-accounts'], queryFn: askAccounts });
  if (data.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{words.title}</h2>
      <p className={styles.hint}>{words.hint}</p>
      {groupAccounts(data).map(({ label, accounts }) => (
        <div key={label.en} className={styles.group}>
          <h3>{say(label)}</h3>
          <div className={styles.accounts}>
            {accounts.map(({ username, password, name, role, areaName }) => (
              <button key={username} type="button" disabled={busy} onClick={() => onChoose(username, password)}>
                <b>
                  {say(ROLES[role])} <code>{username}</code>
                </b>
                <span>
                  {name} · {areaName}
                </span>
              </button>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
