import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { actorOf, isStaff, SecondFactorGate, SignIn, useMe } from '#modules/access/web/console/index';
import { ProblemNotice, SessionProvider } from '#packages/console-kit';
import { loadPlatform } from '#packages/web-kit';
import { Shell } from './Shell.tsx';
import styles from './shell.module.css';
import { Visitor } from './Visitor.tsx';

/** Nobody signed in: the sign-in; no second factor where one is needed: its set-up; otherwise the console. */
export function Gate() {
  const me = useMe();
  const platform = useQuery({ queryKey: ['platform'], queryFn: loadPlatform, staleTime: Number.POSITIVE_INFINITY });
  if (me.data === undefined || platform.data === undefined) {
    const { error = platform.error, refetch } = me;
    return (
      <main className={styles.waiting}>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Spin size="large" />}
      </main>
    );
  }
  const { district, oidc } = platform.data;
  if (me.data.person === null) return <SignIn district={district.name} oidc={oidc} />;
  if (me.data.secondFactorNeeded) return <SecondFactorGate />;
  const actor = actorOf(me.data);
  return (
    <SessionProvider value={actor}>
      {isStaff(actor) ? <Shell me={me.data} district={district.name} /> : <Visitor name={me.data.person.name} />}
    </SessionProvider>
  );
}
