import { PhoneOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Answered } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../access/contract.ts';
import { GRID_KINDS } from '../../contract.ts';
import { places } from './api.ts';
import styles from './areas.module.css';

const WORDS = {
  households: (n: number) => text(`${n} 户`, `${n} households`),
  code: text('编码', 'Code'),
  people: text('公开的责任人', 'People whose duty it is'),
  nobody: text('还没有网格员', 'No grid worker yet'),
};

const nameOfRole = (role: string): Text => (role in ROLES ? ROLES[role as keyof typeof ROLES] : text(role, role));

/** One grid with the people whose duty it is. */
export function GridCard({ code }: { readonly code: string }) {
  const words = useWords(WORDS);
  const say = useText();
  const grid = useQuery({
    queryKey: ['grid', code],
    queryFn: () => places('GET /api/grids/:code', { params: { code } }),
  });
  return (
    <section className={styles.grid}>
      <Answered query={grid}>
        {({ name, kind, households, people }) => (
          <>
            <h2>{name}</h2>
            <p>
              {say(GRID_KINDS[kind])} · {words.households(households)}
            </p>
            <p>
              {words.code} <code>{code}</code>
            </p>
            <h3>{words.people}</h3>
            {people.length === 0 && <p>{words.nobody}</p>}
            <ul>
              {people.map(({ name: who, role, phone, area }) => (
                <li key={`${role} ${who} ${area}`}>
                  <b>{who}</b> <span>{say(nameOfRole(role))}</span>
                  {phone && (
                    <a href={`tel:${phone}`}>
                      <PhoneOutlined aria-hidden /> {phone}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  );
}
