import { CheckOutlined } from '@ant-design/icons';
import { Screen } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../../access/contract.ts';
import { ACTIONS } from '../../../core/lifecycle.ts';
import styles from './rights.module.css';
import { COLUMNS, type Column, hasRight, isRole, RIGHTS, type Right } from './rights.ts';

const WORDS = {
  title: text('谁能办哪一步', 'Who may do what'),
  why: text(
    '以下由系统实际使用的权限规则直接生成；角色只在本人负责的区域或单位内有效。',
    'Made from the very rules that the system applies; a role counts only in its own area or for its own unit.',
  ),
  right: text('步骤', 'Step'),
  yes: text('可以', 'yes'),
  no: text('不可以', 'no'),
};

const OTHERS: Record<string, Text> = {
  see: text('查看事项', 'See the matter'),
  contact: text('查看联系方式', 'See contact details'),
  unit: text('责任单位人员', 'Staff of the unit'),
};

const nameOfRight = (right: Right): Text => OTHERS[right] ?? ACTIONS[right as keyof typeof ACTIONS].label;
const nameOfColumn = (column: Column): Text => (isRole(column) ? ROLES[column] : OTHERS[column]);

export default function Rights() {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Screen title={words.title} layout="wide">
      <p className={styles.why}>{words.why}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.title}>
        <table className={styles.rights}>
          <thead>
            <tr>
              <th scope="col">{words.right}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {say(nameOfColumn(column))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {RIGHTS.map((right) => (
              <tr key={right}>
                <th scope="row">{say(nameOfRight(right))}</th>
                {COLUMNS.map((column) => (
                  <td key={column}>
                    {hasRight(column, right) ? (
                      <CheckOutlined aria-label={words.yes} />
                    ) : (
                      <span className="visually-hidden">{words.no}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Screen>
  );
}
