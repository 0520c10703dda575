import { Button, InputNumber, Radio } from 'antd';
import { useMemo } from 'react';
import type { UnifyRule } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ChangesTable } from './ChangesTable.tsx';
import { givenTo } from './given.ts';
import { namer } from './names.ts';
import type { WorkPanelProps } from './panel.ts';
import { unifyRequest } from './unify-request.ts';
import { VerdictNotice } from './VerdictNotice.tsx';
import type { Conflict } from './work.ts';
import styles from './workbench.module.css';

const WORDS = {
  rule: text('有争议的地方归谁', 'Who gets what is contested'),
  tolerance: text('容差（米）', 'Tolerance (metres)'),
  what: text(
    '窄于容差的碎片并入相邻网格；逐处作出的决定优先于规则。每个社区各自合并，界线以官方界线为准。',
    'What is narrower is joined to its neighbour; decisions go before the rule. Each community is merged for itself, within its official border.',
  ),
  merge: text('合并', 'Merge'),
  again: text('重新合并', 'Merge again'),
  decided: (n: number) => text(`已作出 ${n} 处决定。`, `Decided by hand: ${n}.`),
  discards: text(
    '重新合并会取代之后的划分和编辑；可以撤销。',
    'Merging again replaces later divisions and edits; it can be undone.',
  ),
  merging: text('合并图层…', 'Merging the layers…'),
  checking: text('检查结果…', 'Checking the result…'),
  done: text('合并图层', 'Merge the layers'),
  save: text('去存为草案', 'Go on to saving'),
};

const RULES: Readonly<Record<UnifyRule, { readonly label: Text; readonly what: Text }>> = {
  priority: {
    label: text('按图层优先', 'By priority'),
    what: text('以排在前面的图层为准', 'the layer that comes first decides'),
  },
  largest: {
    label: text('归最大的网格', 'To the largest'),
    what: text('归主张面积最大的网格', 'the grid that claims most in all gets it'),
  },
  'longest-border': {
    label: text('按公共边界', 'By shared border'),
    what: text('归公共边界最长的网格', 'the grid with the longest border to it gets it'),
  },
};

/** Makes one coverage of the layers, and tells every place that changed hands; a person can overrule each. */
export function UnifyPanel({ workspace, dispatch, engine, map, run, busy }: WorkPanelProps) {
  const words = useWords(WORDS);
  const say = useText();
  const { choice, decisions, conflicts, verdict, faults, grids, areas } = workspace;
  const nameOf = useMemo(() => namer(workspace), [workspace]);

  const merge = () =>
    run(words.merging, async (running) => {
      const merged = await engine.unify(unifyRequest(workspace), running);
      dispatch({ type: 'unified', grids: merged.grids, conflicts: merged.conflicts, done: WORDS.done });
      const checked = await engine.check({ grids: merged.grids, areas }, running);
      dispatch({ type: 'checked', ...checked });
    });
  /** Only the community of the conflict is merged again: what was edited elsewhere stays. */
  const overrule = ({ key, community }: Conflict, to: string | null) =>
    run(words.merging, async (running) => {
      const changed = new Map(decisions);
      if (to === null) changed.delete(key);
      else changed.set(key, to);
      const only = [community];
      const merged = await engine.unify({ ...unifyRequest(workspace), decisions: changed, only }, running);
      dispatch({
        type: 'unified',
        grids: merged.grids,
        conflicts: merged.conflicts,
        only,
        decisions: changed,
        done: givenTo(to, nameOf),
      });
      const kept = grids.filter((grid) => grid.community !== community);
      dispatch({ type: 'checked', ...(await engine.check({ grids: [...kept, ...merged.grids], areas }, running)) });
    });

  return (
    <div className={styles.stack}>
      <section className={styles.block}>
        <h2 className={styles.heading}>{words.rule}</h2>
        <Radio.Group
          className={styles.rules}
          aria-label={words.rule}
          value={choice.rule}
          onChange={(event) => dispatch({ type: 'choose', choice: { rule: event.target.value as UnifyRule } })}
          options={(Object.keys(RULES) as UnifyRule[]).map((value) => ({
            value,
            label: (
              <span>
                <b>{say(RULES[value].label)}</b> <small>{say(RULES[value].what)}</small>
              </span>
            ),
          }))}
        />
        <div className={styles.row}>
          <label htmlFor="unify-tolerance">{words.tolerance}</label>
          <InputNumber
            id="unify-tolerance"
            min={0}
            max={20}
            step={0.1}
            value={choice.toleranceM}
            onChange={(value) => dispatch({ type: 'choose', choice: { toleranceM: value ?? 0 } })}
          />
        </div>
        <p className={styles.soft}>
          {words.what} {decisions.size > 0 && words.decided(decisions.size)}
        </p>
        {conflicts !== null && <p className={styles.soft}>{words.discards}</p>}
        <div className={styles.row}>
          <Button type="primary" disabled={busy} onClick={() => void merge()}>
            {conflicts === null ? words.merge : words.again}
          </Button>
          {verdict?.sound && conflicts !== null && (
            <Button onClick={() => dispatch({ type: 'go', step: 'save' })}>{words.save}</Button>
          )}
        </div>
      </section>
      {conflicts !== null && verdict !== null && <VerdictNotice verdict={verdict} faults={faults?.length ?? 0} />}
      {conflicts !== null && (
        <ChangesTable
          {...{ conflicts, decisions, nameOf, map, busy, dispatch }}
          chosen={workspace.selection.conflict}
          onOverrule={(conflict, to) => void overrule(conflict, to)}
        />
      )}
    </div>
  );
}
