import { AuditOutlined, BankOutlined, PhoneOutlined, UserOutlined } from '@ant-design/icons';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../../access/contract.ts';
import type { MatterPage } from '../../../core/api.ts';
import styles from './matter.module.css';
import { useGrid } from './use-matter.ts';

const WORDS = {
  title: text('责任', 'Responsible'),
  unit: text('责任单位', 'Responsible unit'),
  noUnit: text('还没有派单', 'Not dispatched yet'),
  first: text('首接负责：办结前一直由该单位负责', 'The first receiver stays responsible until it is done'),
  errand: (by: string) => text(`${by}交办网格，待反馈`, `asked of the grid by ${by}`),
  helps: text('协办', 'Helps'),
  caught: text('责任不清，由区兜底', 'Its owner was unclear: caught by the district'),
  nobody: text('这个网格还没有网格员', 'No grid worker yet'),
};

const nameOfRole = (role: string): Text => (role in ROLES ? ROLES[role as keyof typeof ROLES] : text(role, role));

/** The one responsible unit, and who works in the grid with the telephone of their post. */
export function PeopleConcerned({ matter: { unit, grid, co, caught, errand } }: { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const { data } = useGrid(grid.code);
  return (
    <section className={styles.block} aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul className={styles.people}>
        <li>
          <BankOutlined aria-hidden />
          <span>
            <b>{unit?.name ?? words.noUnit}</b>
            <small>{unit ? words.first : words.unit}</small>
            {caught && <small className={styles.caught}>{words.caught}</small>}
          </span>
        </li>
        {co.map(({ id, name }) => (
          <li key={id}>
            <BankOutlined aria-hidden />
            <span>
              <b>{name}</b>
              <small>{words.helps}</small>
            </span>
          </li>
        ))}
        {errand && (
          <li>
            <AuditOutlined aria-hidden />
            <span>
              <b>{errand.name}</b>
              <small>{words.errand(errand.by ?? '')}</small>
            </span>
          </li>
        )}
        {data?.people.length === 0 && <li>{words.nobody}</li>}
        {data?.people.map(({ name, role, phone, area }) => (
          <li key={`${role} ${name} ${area}`}>
            <UserOutlined aria-hidden />
            <span>
              <b>{name}</b>
              <small>{say(nameOfRole(role))}</small>
            </span>
            {phone && (
              <a href={`tel:${phone}`}>
                <PhoneOutlined aria-hidden /> {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
