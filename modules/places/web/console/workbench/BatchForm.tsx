import { App, Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { UnifyRule } from '#packages/coverage';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { decideByRule, RULE_LABELS, SCOPES, type Scope } from './decisions.ts';
import type { WorkPanelProps } from './panel.ts';
import { unifyRequest } from './unify-request.ts';
import styles from './workbench.module.css';

const WORDS = {
  title: text('按规则处理', 'Decide by rule'),
  what: text('哪些', 'Which'),
  to: text('归给', 'Give to'),
  below: text('平方米以下', 'm² at most'),
  apply: text('处理', 'Apply'),
  working: text('按规则计算…', 'Working out the rule…'),
  none: text('没有符合的问题', 'No fault is meant by that'),
  done: (n: number) => text(`按规则处理 ${n} 处`, `Decide ${n} places by rule`),
};

/** Decides many faults at once: each still stands in the list, and can be decided otherwise. */
export function BatchForm({ workspace, dispatch, engine, run, busy }: WorkPanelProps) {
  const words = useWords(WORDS);
  const say = useText();
  const { message } = App.useApp();
  const [scope, setScope] = useState<Scope>('gaps');
  const [belowM2, setBelow] = useState(50);
  const [rule, setRule] = useState<UnifyRule>('longest-border');
  const apply = async () => {
    const byRule = await run(words.working, (running) => engine.unify({ ...unifyRequest(workspace), rule }, running));
    if (byRule === undefined) return;
    const made = decideByRule(workspace.faults ?? [], byRule.conflicts, workspace.decisions, { scope, belowM2 });
    if (made.size === 0) message.info(words.none);
    else dispatch({ type: 'decide', decisions: made, done: WORDS.done(made.size) });
  };
  return (
    <fieldset className={styles.batch} aria-label={words.title}>
      <b>{words.title}</b>
      <Select
        aria-label={words.what}
        value={scope}
        onChange={setScope}
        options={(Object.keys(SCOPES) as Scope[]).map((value) => ({ value, label: say(SCOPES[value]) }))}
      />
      {scope === 'small' && (
        <InputNumber
          aria-label={words.below}
          min={0.01}
          max={1e6}
          value={belowM2}
          suffix="m²"
          onChange={(value) => setBelow(value ?? 0)}
        />
      )}
      <span>{words.to}</span>
      <Select
        aria-label={words.to}
        value={rule}
        onChange={setRule}
        options={(Object.keys(RULE_LABELS) as UnifyRule[]).map((value) => ({ value, label: say(RULE_LABELS[value]) }))}
      />
      <Button disabled={busy} onClick={() => void apply()}>
        {words.apply}
      </Button>
    </fieldset>
  );
}
