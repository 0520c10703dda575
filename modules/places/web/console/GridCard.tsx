import { PhoneOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Answered } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../access/contract.ts';
import { GRID_KINDS } from '../../contract.ts';
import { noticeAddress } from '../notice-address.ts';
import { places } from './api.ts';
import styles from './areas.module.css';

const WORDS = {
  households: (n: number) => text(`${n} 户`, `${n} households`),
  code: text('编码', 'Code'),
  people: text('公开的责任人', 'People whose duty it is'),
  nobody: text('还没有网格员', 'No grid worker yet'),
  print: text('打印公示', 'Print the notice'),
  word: text('Word 文档', 'Word file'),
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
            <p className={styles.print}>
              <a href={noticeAddress(code, 'pdf')} target="_blank" rel="noreferrer">
                <PrinterOutlined aria-hidden /> {words.print}
              </a>
              <a href={noticeAddress(code, 'docx')}>{words.word}</a>
            </p>
          </>
        )}
      </Answered>
    </section>
  );
}
