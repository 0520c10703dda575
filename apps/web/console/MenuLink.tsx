import { Link } from 'wouter';
import type { MenuEntry } from '#packages/console-kit';
import { useText } from '#packages/web-kit';
import styles from './shell.module.css';

interface Props {
  readonly entry: MenuEntry;
  /** Address that is shown now, below /console. */
  readonly current: string;
  readonly onGo?: () => void;
}

const none = () => undefined;

/** An entry of the menu, with what waits there. */
export function MenuLink({ entry, current, onGo }: Props) {
  const { path, label, icon: Icon, useCount = none } = entry;
  const say = useText();
  const count = useCount();
  const isCurrent = current === path || current.startsWith(`${path}/`);
  return (
    <Link href={path} className={styles.link} aria-current={isCurrent ? 'page' : undefined} onClick={onGo}>
      <Icon aria-hidden />
      <span>{say(label)}</span>
      {count !== undefined && count > 0 && <span className={styles.count}>{count > 999 ? '999+' : count}</span>}
    </Link>
  );
}
