import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { Icon, type IconName } from './Icon.tsx';

type Look = 'primary' | 'warm' | 'plain' | 'quiet';

interface Common {
  readonly look?: Look;
  readonly large?: boolean;
  readonly wide?: boolean;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

const classOf = ({ look = 'plain', large, wide }: Common) =>
  [styles.button, styles[look], large && styles.large, wide && styles.wide].filter(Boolean).join(' ');

const Content = ({ icon, children }: Pick<Common, 'icon' | 'children'>) => (
  <>
    {icon && <Icon name={icon} size={20} />}
    <span>{children}</span>
  </>
);

interface ButtonProps extends Common, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Something is under way: said to screen readers, and a second press does nothing. */
  readonly busy?: boolean;
}

export function Button({
  look,
  large,
  wide,
  icon,
  children,
  busy = false,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf({ look, large, wide, children })}
      aria-busy={busy}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className={styles.turning} aria-hidden="true" /> : null}
      <Content icon={busy ? undefined : icon}>{children}</Content>
    </button>
  );
}

interface LinkProps extends Common {
  readonly to: string;
}

/** A link that looks like a button: to another screen (`/...`), a telephone number or another page. */
export function ButtonLink({ to, look, large, wide, icon, children }: LinkProps) {
  const className = classOf({ look, large, wide, children });
  const content = <Content icon={icon}>{children}</Content>;
  const within = to.startsWith('/') && !to.startsWith('/api/') && !to.startsWith('/console');
  return within ? (
    <Link to={to} className={className}>
      {content}
    </Link>
  ) : (
    <a href={to} className={className}>
      {content}
    </a>
  );
}
