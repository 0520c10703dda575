import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { FileDrop, ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { CRS, type Crs } from '../../contract.ts';
import type { PlanRow } from '../../core/api.ts';
import { places } from './api.ts';
import { Faults } from './Faults.tsx';
import styles from './upload.module.css';

const WORDS = {
  title: text('上传网格图层', 'Upload a grid layer'),
  another: text('用另一个图层替换', 'Replace it by another layer'),
  name: text('方案名称', 'Name of the plan'),
  crs: text('坐标系', 'Coordinate system'),
  drop: text('把 GeoJSON 拖到这里，或点击选择', 'Drop a GeoJSON file here, or click to choose'),
  hint: text(
    '每个要素须有 code（15 位）、name、kind、households。不重叠、不遗漏才能公示。',
    'Each feature needs code (15 digits), name, kind, households. No overlap and no gap, or it goes no further.',
  ),
  checking: text('正在检查…', 'Checking…'),
  sound: (grids: number, km2: string) =>
    text(
      `检查无误：${grids} 个网格，共 ${km2} 平方公里，可以公示`,
      `Sound: ${grids} grids, ${km2} km². It may be put on notice`,
    ),
  unsound: (grids: number, faults: number) =>
    text(
      `${grids} 个网格，发现 ${faults} 处问题；已存为草案，改正以后才能公示`,
      `${grids} grids, ${faults} faults: kept as a draft, to be mended before it goes on`,
    ),
  open: text('打开方案', 'Open the plan'),
};

interface Props {
  /** A plan that is not on notice yet: its grids are replaced by the layer. */
  readonly redraws?: Pick<PlanRow, 'id' | 'name'>;
}

/** Reads a layer, checks it exactly, and shows each fault where it is; nothing is mended. */
export function UploadLayer({ redraws }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const queries = useQueryClient();
  const [name, setName] = useState(redraws?.name ?? '');
  const [crs, setCrs] = useState<Crs>('wgs84');
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('crs', crs);
      form.append('name', name.trim() || file.name.replace(/\.[^.]+$/, ''));
      if (redraws) form.append('plan', redraws.id);
      form.append('file', file);
      return places('POST /api/grid-plans', { form });
    },
    onSuccess: () =>
      Promise.all([['grid-plans'], ['grid-plan']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const { data } = upload;
  return (
    <section className={styles.block}>
      <h2>{redraws ? words.another : words.title}</h2>
      <Form layout="vertical" component="div" className={styles.upload}>
        <Form.Item label={words.name} htmlFor="plan-name">
          <Input id="plan-name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label={words.crs} htmlFor="plan-crs">
          <Select
            id="plan-crs"
            value={crs}
            onChange={setCrs}
            options={(Object.keys(CRS) as Crs[]).map((value) => ({ value, label: say(CRS[value]) }))}
          />
        </Form.Item>
      </Form>
      <FileDrop
        accept=".geojson,.json"
        busy={upload.isPending}
        title={upload.isPending ? words.checking : words.drop}
        hint={words.hint}
        onFile={upload.mutate}
      />
      {upload.error && <ProblemNotice error={upload.error} />}
      {data && (
        <Alert
          type={data.faults.length === 0 ? 'success' : 'error'}
          showIcon
          title={
            data.faults.length === 0
              ? words.sound(data.grids, (data.area_m2 / 1e6).toFixed(2))
              : words.unsound(data.grids, data.faults.length)
          }
          action={data.plan && !redraws && <Link href={`/grid-plans/${data.plan.id}`}>{words.open}</Link>}
        />
      )}
      {data && data.faults.length > 0 && <Faults faults={data.faults} />}
    </section>
  );
}
