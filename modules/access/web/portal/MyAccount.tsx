import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { Button, ButtonLink, ProblemNotice, Row } from '#packages/web-kit/ui';
import { ROLES } from '../../contract.ts';
import type { Me } from '../../core/api.ts';
import styles from './access.module.css';
import { useSignOut } from './api.ts';

const WORDS = {
  out: text('退出登录', 'Sign out'),
  console: text('进入工作台', 'Open the console'),
};

export const isStaff = ({ grants }: Me): boolean => grants.some(({ role }) => role !== 'resident');

/** Who is signed in, with their posts; staff go on to the console. */
export function MyAccount({ me }: { readonly me: Me & { person: NonNullable<Me['person']> } }) {
  const words = useWords(WORDS);
  const say = useText();
  const signOut = useSignOut();
  const posts = me.grants.filter(({ role }) => role !== 'resident');
  return (
    <div className={styles.account}>
      <span className={styles.face} aria-hidden="true">
        {me.person.name.slice(0, 1)}
      </span>
      <div className={styles.who}>
        <h2>{me.person.name}</h2>
        <p className={styles.soft}>{me.person.username}</p>
        {posts.map(({ id, role, areaName }) => (
          <p key={id} className={styles.soft}>
            {say(ROLES[role])} · {areaName}
          </p>
        ))}
      </div>
      <Row>
        {isStaff(me) && (
          <ButtonLink to="/console" look="primary">
            {words.console}
          </ButtonLink>
        )}
        <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {words.out}
        </Button>
      </Row>
      {signOut.error && <ProblemNotice error={signOut.error} />}
    </div>
  );
}
