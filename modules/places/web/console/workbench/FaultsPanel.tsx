import { Alert, Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { BatchForm } from './BatchForm.tsx';
import { decidedTo } from './decisions.ts';
import { FaultDetail } from './FaultDetail.tsx';
import { givenTo } from './given.ts';
import { FAULT_LOOKS, FAULT_ORDER } from './looks.ts';
import { areaText, namer } from './names.ts';
import type { WorkPanelProps } from './panel.ts';
import { roomAround } from './room.ts';
import { Swatch } from './Swatch.tsx';
import { unifyRequest } from './unify-request.ts';
import { useInspection } from './use-inspection.ts';
import { VerdictNotice } from './VerdictNotice.tsx';
import type { WorkFault, WorkFaultKind } from './work.ts';
import styles from './workbench.module.css';
import { looksAtLayers } from './workspace.ts';

const WORDS = {
  layers: (n: number) => text(`检查的是 ${n} 个图层，还没有合并。`, `${n} layers are checked, before they are merged.`),
  grids: text('检查的是合并后的网格。', 'The grids are checked as they are now.'),
  none: text('各图层没有问题，彼此一致。', 'The layers have no fault, and agree.'),
  open: (open: number, all: number) => text(`${all} 处问题，${open} 处未处理`, `${all} faults, ${open} still open`),
  kinds: text('问题种类', 'Kinds of faults'),
  list: text('问题列表', 'Faults'),
  keys: text(
    '键盘：上下方向键逐个查看，数字键归给对应网格，0 撤销决定。',
    'Keyboard: up and down step through, a digit gives the place to that grid, 0 withdraws it.',
  ),
  shown: (n: number) => text(`只列出面积最大的 ${n} 处`, `The ${n} largest are listed`),
  again: text('重新检查', 'Check again'),
  next: text('去合并', 'Go on to merging'),
  given: (name: string) => text(`归 ${name}`, `to ${name}`),
  several: text('已分给几个网格', 'given to several'),
  itself: text('合并时自动对齐', 'aligned when merging'),
};

const LISTED = 400;

/** Every fault with its place; given to one of its parties one by one, or by a rule. */
export function FaultsPanel(props: WorkPanelProps) {
  const { workspace, dispatch, map } = props;
  const words = useWords(WORDS);
  const { faults, decisions, selection } = workspace;
  const ofLayers =
    looksAtLayers(workspace) ||
    (workspace.conflicts === null && (faults?.some(({ keys }) => keys.length > 0) ?? false));
  const [kind, setKind] = useState<WorkFaultKind | null>(null);
  const nameOf = useMemo(() => namer(workspace), [workspace]);

  const look = useInspection(props);
  const listed = useMemo(() => listOf(faults ?? [], kind), [faults, kind]);
  const choose = useCallback(
    (index: number | null) => {
      dispatch({ type: 'select', selection: { fault: index } });
      const where = index === null ? null : faults?.[index]?.where;
      if (where) map.fit(roomAround(where));
    },
    [dispatch, faults, map],
  );
  const step = (by: number) => {
    const at = listed.findIndex(({ index }) => index === selection.fault);
    const next = listed[Math.max(0, Math.min(listed.length - 1, at + by))];
    if (next) choose(next.index);
  };
  const decide = (fault: WorkFault, to: string | null, done: Text) =>
    dispatch({ type: 'decide', decisions: new Map(fault.keys.map((key) => [key, to])), done });
  const chosen = selection.fault === null ? undefined : faults?.[selection.fault];
  const giveChosen = (nth: number) => {
    const to = nth === 0 ? null : chosen?.candidates[nth - 1];
    if (chosen && to !== undefined) decide(chosen, to, givenTo(to, nameOf));
  };
  const stepping = (by: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    step(by);
  };
  const digits = [...Array(10).keys()].map((n) => [String(n), () => giveChosen(n)] as const);
  useKeys(Object.fromEntries([['ArrowDown', stepping(1)], ['ArrowUp', stepping(-1)], ...digits]));

  if (faults === null) return null;
  const open = faults.filter((fault) => decidedTo(fault, decisions) === undefined).length;
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{ofLayers ? words.layers(unifyRequest(workspace).layers.length) : words.grids}</p>
      {workspace.verdict !== null && <VerdictNotice verdict={workspace.verdict} faults={faults.length} />}
      {ofLayers && faults.length === 0 && <Alert type="success" showIcon title={words.none} />}
      {faults.length > 0 && (
        <>
          <Kinds faults={faults} kind={kind} onKind={setKind} />
          {ofLayers && <BatchForm {...props} />}
          <p className={styles.total}>{words.open(open, faults.length)}</p>
          <ol className={styles.faults} aria-label={words.list}>
            {listed.slice(0, LISTED).map(({ fault, index }) => (
              <li key={`${index} ${fault.kind}`}>
                <FaultRow
                  {...{ fault, nameOf, decisions }}
                  isChosen={index === selection.fault}
                  onChoose={() => choose(index === selection.fault ? null : index)}
                />
                {index === selection.fault && (
                  <FaultDetail {...{ fault, nameOf, decisions }} onDecide={(to, done) => decide(fault, to, done)} />
                )}
              </li>
            ))}
          </ol>
          {listed.length > LISTED && <p className={styles.soft}>{words.shown(LISTED)}</p>}
          <p className={styles.keys}>{words.keys}</p>
        </>
      )}
      <div className={styles.row}>
        {ofLayers && (
          <Button type="primary" onClick={() => dispatch({ type: 'go', step: 'unify' })}>
            {words.next}
          </Button>
        )}
        <Button onClick={() => void look()}>{words.again}</Button>
      </div>
    </div>
  );
}

interface Listed {
  readonly fault: WorkFault;
  /** Place in the whole list. */
  readonly index: number;
}

/** By kind in a fixed order, the largest first. */
function listOf(faults: readonly WorkFault[], kind: WorkFaultKind | null): Listed[] {
  const rank = (one: WorkFaultKind): number => FAULT_ORDER.indexOf(one);
  return faults
    .map((fault, index) => ({ fault, index }))
    .filter(({ fault }) => kind === null || fault.kind === kind)
    .sort((a, b) => rank(a.fault.kind) - rank(b.fault.kind) || b.fault.areaM2 - a.fault.areaM2);
}

interface KindsProps {
  readonly faults: readonly WorkFault[];
  readonly kind: WorkFaultKind | null;
  readonly onKind: (kind: WorkFaultKind | null) => void;
}

function Kinds({ faults, kind, onKind }: KindsProps) {
  const words = useWords(WORDS);
  const say = useText();
  const there = FAULT_ORDER.map((one) => ({ one, own: faults.filter((fault) => fault.kind === one) })).filter(
    ({ own }) => own.length > 0,
  );
  return (
    <fieldset className={styles.kinds} aria-label={words.kinds}>
      {there.map(({ one, own }) => (
        <button key={one} type="button" aria-pressed={kind === one} onClick={() => onKind(kind === one ? null : one)}>
          <Swatch style={FAULT_LOOKS[one].style} />
          {say(FAULT_LOOKS[one].label)}
          <b>{own.length}</b>
          <small>{areaText(own.reduce((sum, { areaM2 }) => sum + areaM2, 0))}</small>
        </button>
      ))}
    </fieldset>
  );
}

interface RowProps {
  readonly fault: WorkFault;
  readonly nameOf: (code: string) => string;
  readonly decisions: ReadonlyMap<string, string>;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function FaultRow({ fault, nameOf, decisions, isChosen, onChoose }: RowProps) {
  const words = useWords(WORDS);
  const say = useText();
  const to = decidedTo(fault, decisions);
  const decided = to === undefined ? null : to === '' ? words.several : words.given(nameOf(to));
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <button ref={row} type="button" className={styles.fault} aria-expanded={isChosen} onClick={onChoose}>
      <Swatch style={FAULT_LOOKS[fault.kind].style} />
      <span>
        <b>{say(FAULT_LOOKS[fault.kind].label)}</b> {fault.ids.slice(0, 4).map(nameOf).join('、')}
        {fault.ids.length > 4 && '…'}
        <br />
        <small>
          {[areaText(fault.areaM2), fault.layer].filter(Boolean).join(' · ')}
          {fault.kind === 'mismatched_edge' && fault.keys.length === 0 && ` · ${words.itself}`}
        </small>
      </span>
      {decided !== null && <span className={styles.decided}>✓ {decided}</span>}
    </button>
  );
}
