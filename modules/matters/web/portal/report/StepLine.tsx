import type { RefObject } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Icon } from '#packages/web-kit/ui';
import { type Draft, reachable, STEPS, type Step } from './draft.ts';
import styles from './report.module.css';

const WORDS = {
  steps: text('步骤', 'Steps'),
  of: (n: number) => text(`第 ${n} 步，共 4 步`, `Step ${n} of 4`),
  where: text('在哪里', 'Where'),
  what: text('什么事', 'What'),
  kind: text('哪一类', 'Which kind'),
  send: text('核对提交', 'Check and send'),
};

interface Props {
  readonly step: Step;
  readonly draft: Draft;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onStep: (step: Step) => void;
}

/** The four steps; those that can be reached are buttons. */
export function StepLine({ step, draft, headingRef, onStep }: Props) {
  const words = useWords(WORDS);
  const here = STEPS.indexOf(step);
  return (
    <>
      <nav aria-label={words.steps} className={styles.line}>
        <ol>
          {STEPS.map((each, i) => (
            <li key={each} data-state={i < here ? 'done' : i === here ? 'now' : 'next'}>
              <button
                type="button"
                className={styles.stepButton}
                aria-current={i === here ? 'step' : undefined}
                disabled={reachable(draft, each) !== each}
                onClick={() => onStep(each)}
              >
                <span className={styles.number}>{i < here ? <Icon name="check" size={16} /> : i + 1}</span>
                <span className={styles.name}>{words[each]}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <h2 ref={headingRef} tabIndex={-1} className="visually-hidden">
        {words.of(here + 1)}：{words[step]}
      </h2>
    </>
  );
}
