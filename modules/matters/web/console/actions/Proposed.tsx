import { BookOutlined } from '@ant-design/icons';
import { Radio } from 'antd';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { ProposalPage } from '../../../core/catalogue-api.ts';
import { termInWords } from '../clock-words.ts';
import styles from './actions.module.css';
import type { Values } from './body.ts';

const WORDS = {
  title: text('派单目录的建议', 'What the catalogue proposes'),
  standard: text('立案条件', 'Case standard'),
  closes: (words: string) => text(`结案：${words}`, `closed when: ${words}`),
  due: (term: string, time: string) =>
    text(`时限 ${term}，现在派单 ${time} 到期`, `${term}; dispatched now it is due ${time}`),
};

interface Props {
  readonly proposal: ProposalPage;
  readonly values: Pick<Values, 'standard' | 'caught'>;
  readonly onChange: (part: Partial<Values>) => void;
}

/** Who is responsible and why; the case standards with their limits, of which one is chosen. */
export function Proposed({ proposal, values, onChange }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { unit, why, standards, term, dueAt } = proposal;
  const limit = (of: ProposalPage['term'], at: string) => words.due(say(termInWords(of)), formatTime(at, locale));
  return (
    <section className={styles.proposed} aria-label={words.title}>
      <p>
        <BookOutlined aria-hidden /> <b>{unit?.name}</b>
      </p>
      <p className={styles.hint}>{why}</p>
      {values.caught || standards.length === 0 ? (
        <p className={styles.hint}>{limit(term, dueAt)}</p>
      ) : (
        <Radio.Group
          aria-label={words.standard}
          vertical
          value={values.standard}
          onChange={(event) => onChange({ standard: event.target.value as string })}
          options={standards.map(({ id, opens, closes, term: own, dueAt: end }) => ({
            value: id,
            label: (
              <span className={styles.unit}>
                <b>{opens}</b>
                <small>{limit(own, end)}</small>
                <small>{words.closes(closes)}</small>
              </span>
            ),
          }))}
        />
      )}
    </section>
  );
}
