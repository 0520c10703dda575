import { Button } from 'antd';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { decidedTo } from './decisions.ts';
import { givenTo } from './given.ts';
import type { WorkFault } from './work.ts';
import styles from './workbench.module.css';

const WORDS = {
  says: (layer: string, name: string) => text(`${layer}：${name}`, `${layer}: ${name}`),
  give: text('这一处归：', 'Give this place to:'),
  withdraw: text('撤销决定', 'Withdraw'),
  nothing: text(
    '没有可以划归的地方：请在合并后查看，或在原图层中修改。',
    'There is no place to give: look again after merging, or mend the layer.',
  ),
};

interface Props {
  readonly fault: WorkFault;
  readonly nameOf: (code: string) => string;
  readonly decisions: ReadonlyMap<string, string>;
  readonly onDecide: (to: string | null, done: Text) => void;
}

/** What each layer says of a place, and to whom it may be given. */
export function FaultDetail({ fault, nameOf, decisions, onDecide }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { claims, candidates, keys } = fault;
  const to = decidedTo(fault, decisions);
  return (
    <div className={styles.detail}>
      {claims.length > 0 ? (
        <ul>
          {claims.map(({ layer, code }) => (
            <li key={`${layer} ${code}`}>{words.says(layer, nameOf(code))}</li>
          ))}
        </ul>
      ) : (
        <p>{say(fault.text).replace(/\d{12,15}/g, nameOf)}</p>
      )}
      {keys.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <div className={styles.row}>
          <span>{words.give}</span>
          {candidates.map((code, i) => (
            <Button
              key={code}
              size="small"
              type={to === code ? 'primary' : 'default'}
              aria-pressed={to === code}
              onClick={() => onDecide(code, givenTo(code, nameOf))}
            >
              {i < 9 && <kbd>{i + 1}</kbd>}
              {nameOf(code)}
            </Button>
          ))}
          {to !== undefined && (
            <Button size="small" type="link" onClick={() => onDecide(null, givenTo(null, nameOf))}>
              {words.withdraw}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
