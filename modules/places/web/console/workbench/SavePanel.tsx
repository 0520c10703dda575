import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Radio } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { USUAL_HOUSEHOLDS } from '../../../contract.ts';
import { places } from '../api.ts';
import { namer } from './names.ts';
import type { WorkPanelProps } from './panel.ts';
import { nameByNumber, planFile } from './plan-file.ts';
import { Refusal } from './Refusal.tsx';
import { VerdictNotice } from './VerdictNotice.tsx';
import styles from './workbench.module.css';

const WORDS = {
  checking: text('检查…', 'Checking…'),
  name: text('方案名称', 'Name of the plan'),
  as: text('存为', 'Save as'),
  fresh: text('新的草案', 'A new draft'),
  redraw: (name: string) => text(`重画“${name}”`, `"${name}", drawn anew`),
  save: text('存为草案', 'Save as a draft'),
  unsound: text(
    '还有问题的方案可以先存为草案，但不能公示；问题处理完再检查。',
    'A plan with faults can be kept as a draft, and cannot be announced before they are mended.',
  ),
  nameless: (n: number) => text(`${n} 个网格还没有名称`, `${n} grids have no name yet`),
  byNumber: text('按社区和序号命名', 'Name them by community and number'),
  named: (n: number) => text(`命名 ${n} 个网格`, `Name ${n} grids`),
  outOfRange: (n: number, min: number, max: number) =>
    text(
      `${n} 个综合网格不在 ${min} 至 ${max} 户之间（只提醒，可以保存）`,
      `${n} grids are not between ${min} and ${max} households (a warning, no fault)`,
    ),
};

/** Keeps the grids as a draft, new or redrawn; the server checks them once more. */
export function SavePanel({ workspace, dispatch, engine, run }: WorkPanelProps) {
  const words = useWords(WORDS);
  const { grids, areas, verdict, faults, plan } = workspace;
  const queries = useQueryClient();
  const [, go] = useLocation();
  const nameOf = useMemo(() => namer(workspace), [workspace]);
  const [name, setName] = useState('');
  const [target, setTarget] = useState<string | null>(null);
  const field = useId();
  const plans = useQuery({ queryKey: ['grid-plans'], queryFn: () => places('GET /api/grid-plans') });
  const redrawable = (plans.data ?? []).filter(
    ({ id, status }) => id === plan?.id && (status === 'draft' || status === 'checked'),
  );

  const isUnchecked = verdict === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: checked once after each change
  useEffect(() => {
    if (!isUnchecked) return;
    void run(words.checking, (running) => engine.check({ grids, areas }, running)).then(
      (checked) => checked && dispatch({ type: 'checked', ...checked }),
    );
  }, [isUnchecked]);

  const save = useMutation({
    mutationFn: () => {
      const form = new FormData();
      form.append('name', name.trim());
      form.append('crs', 'wgs84');
      if (target !== null) form.append('plan', target);
      form.append('file', new Blob([planFile(grids)], { type: 'application/geo+json' }), 'grids.geojson');
      return places('POST /api/grid-plans', { form });
    },
    onSuccess: async ({ plan: saved }) => {
      await queries.invalidateQueries({ queryKey: ['grid-plans'] });
      if (saved) go(`/grid-plans/${saved.id}`);
    },
  });

  const nameless = grids.filter((grid) => grid.name === '').length;
  const [min, max] = USUAL_HOUSEHOLDS.grid;
  const unusual = grids.filter(
    ({ kind, households }) => kind === 'comprehensive' && (households < min || households > max),
  );
  const choose = (id: string | null): void => {
    setTarget(id);
    const chosen = redrawable.find((one) => one.id === id);
    if (chosen && name === '') setName(chosen.name);
  };
  return (
    <div className={styles.stack}>
      {verdict && <VerdictNotice verdict={verdict} faults={faults?.length ?? 0} />}
      {verdict && !verdict.sound && <p className={styles.caution}>{words.unsound}</p>}
      {nameless > 0 && (
        <Alert
          type="warning"
          showIcon
          title={words.nameless(nameless)}
          action={
            <Button
              size="small"
              onClick={() =>
                dispatch({
                  type: 'change_grids',
                  remove: [],
                  put: nameByNumber(grids, nameOf),
                  done: WORDS.named(nameless),
                })
              }
            >
              {words.byNumber}
            </Button>
          }
        />
      )}
      {unusual.length > 0 && <p className={styles.soft}>{words.outOfRange(unusual.length, min, max)}</p>}
      <section className={styles.block}>
        {redrawable.length > 0 && (
          <Radio.Group
            aria-label={words.as}
            className={styles.rules}
            value={target ?? ''}
            onChange={(event) => choose(event.target.value === '' ? null : String(event.target.value))}
            options={[
              ...redrawable.map(({ id, name: known }) => ({ value: id, label: words.redraw(known) })),
              { value: '', label: words.fresh },
            ]}
          />
        )}
        <label htmlFor={field}>{words.name}</label>
        <Input id={field} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        {save.error && <Refusal error={save.error} />}
        <div className={styles.row}>
          <Button
            type="primary"
            loading={save.isPending}
            disabled={name.trim() === '' || nameless > 0 || verdict === null}
            onClick={() => save.mutate()}
          >
            {words.save}
          </Button>
        </div>
      </section>
    </div>
  );
}
