import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { Icon } from '#packages/web-kit/ui';
import { ROLES, type Role } from '../../../access/contract.ts';
import type { GridPage } from '../../core/api.ts';
import styles from './places.module.css';

const WORDS = {
  nobody: text('这个网格暂时没有公布负责人', 'Nobody is published for this grid yet'),
  call: (name: string) => text(`给${name}打电话`, `Call ${name}`),
};

const labelOf = (role: string): Text => (role in ROLES ? ROLES[role as Role] : text(role, role));

/** Who is responsible and how to reach them: posts whose holders are public. */
export function GridPeople({ people }: Pick<GridPage, 'people'>) {
  const words = useWords(WORDS);
  const say = useText();
  if (people.length === 0) return <p className={styles.soft}>{words.nobody}</p>;
  return (
    <ul className={styles.people}>
      {people.map(({ name, role, phone, area }) => (
        <li key={`${role} ${name}`}>
          <span className={styles.face} aria-hidden="true">
            {name.slice(0, 1)}
          </span>
          <span className={styles.who}>
            <strong>{name}</strong>
            <span>
              {say(labelOf(role))} · {area}
            </span>
          </span>
          {phone && (
            <a className={styles.call} href={`tel:${phone}`} aria-label={`${words.call(name)} ${phone}`}>
              <Icon name="phone" size={20} />
              {phone}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
