import { CloseOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'wouter';
import { Answered } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../../access/contract.ts';
import { useGrid } from '../matter/use-matter.ts';
import styles from './map.module.css';

const WORDS = {
  close: text('关闭', 'Close'),
  open: text('看这个网格的事项', 'Matters of this grid'),
  grid: text('网格', 'The grid'),
  households: (n: number) => text(`${n} 户`, `${n} households`),
};

interface Props {
  readonly code: string;
  readonly onClose: () => void;
}

/** The grid that was clicked: who works there, and the way to its matters. */
export function GridSummary({ code, onClose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const grid = useGrid(code);
  return (
    <section className={styles.summary} aria-label={words.grid}>
      <Button
        type="text"
        className={styles.close}
        icon={<CloseOutlined aria-hidden />}
        aria-label={words.close}
        onClick={onClose}
      />
      <Answered query={grid}>
        {({ name, community, street, households, people }) => (
          <>
            <h2>{name}</h2>
            <p className={styles.soft}>
              {street} {community} · {words.households(households)}
            </p>
            <ul className={styles.people}>
              {people.map(({ name: who, role, phone, area }) => (
                <li key={`${role} ${who} ${area}`}>
                  {who} <small>{say(ROLES[role as keyof typeof ROLES])}</small>
                  {phone && (
                    <a href={`tel:${phone}`}>
                      <PhoneOutlined aria-hidden /> {phone}
                    </a>
                  )}
                </li>
              ))}
            </ul>
            <Link href={`/matters?area=${code}`} className={styles.open}>
              {words.open}
            </Link>
          </>
        )}
      </Answered>
    </section>
  );
}
