import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { AreaPicker, ProblemNotice, Sheet, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ORGANISATION_KINDS, type OrganisationKind } from '../../../../access/contract.ts';
import type { CatalogueRow, Named, Standard } from '../../../core/catalogue.ts';
import { CategoryField, TermInput } from '../actions/choice-fields.tsx';
import { useOrganisations } from '../actions/use-organisations.ts';
import { matters } from '../api.ts';
import styles from './catalogue.module.css';
import { useChange } from './use-catalogue.ts';

const WORDS = {
  add: text('加一行', 'Add a row'),
  edit: text('修改这一行', 'Change this row'),
  area: text('区域（越具体越优先）', 'Area (the most specific counts)'),
  chooseArea: text('全区', 'The whole district'),
  unit: text('责任单位', 'Responsible unit'),
  chooseUnit: text('按职能或指定单位', 'By what it does, or one by name'),
  byKind: text('按职能（当地的那一家）', 'By what it does (the one nearest)'),
  byName: text('指定单位', 'By name'),
  co: text('协办单位', 'Units that help'),
  standards: text('标准', 'Standards'),
  opens: (n: number) => text(`第 ${n} 条立案条件`, `Standard ${n}: opened when`),
  closes: (n: number) => text(`第 ${n} 条结案条件`, `Standard ${n}: closed when`),
  more: text('再加一条标准', 'Another standard'),
  drop: (n: number) => text(`去掉第 ${n} 条`, `Leave out standard ${n}`),
  cancel: text('取消', 'Cancel'),
  save: text('保存', 'Save'),
};

interface Props {
  readonly version: number;
  readonly row: CatalogueRow | undefined;
  readonly onClose: () => void;
}

const BLANK: Standard = { id: 'ordinary', opens: '', closes: '', term: { amount: 3, unit: 'work_day' } };
const asKey = (named: Named) => ('kind' in named ? `kind:${named.kind}` : `unit:${named.unit}`);
const asNamed = (key: string): Named =>
  key.startsWith('kind:') ? { kind: key.slice(5) as OrganisationKind } : { unit: key.slice(5) };

/** The smallest number that no standard of the row has. */
function freshId(standards: readonly Standard[]): string {
  let n = standards.length + 1;
  while (standards.some(({ id }) => id === `standard-${n}`)) n++;
  return `standard-${n}`;
}

/** One row: kind, area, who, and its standards. */
export function RowSheet({ version, row, onClose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const district = (useActor().grants.find(({ role }) => role === 'district_centre')?.area ?? '').slice(0, 6);
  const [category, setCategory] = useState(row?.category);
  const [area, setArea] = useState(row?.area ?? district);
  const [responsible, setResponsible] = useState(row && asKey(row.responsible));
  const [co, setCo] = useState(row?.co.map(asKey) ?? []);
  const [standards, setStandards] = useState<readonly Standard[]>(row?.standards ?? [BLANK]);
  const organisations = useOrganisations().data ?? [];
  const units = [
    {
      label: words.byKind,
      options: (Object.keys(ORGANISATION_KINDS) as OrganisationKind[])
        .filter((kind) => kind !== 'party')
        .map((kind) => ({ value: `kind:${kind}`, label: say(ORGANISATION_KINDS[kind]) })),
    },
    {
      label: words.byName,
      options: organisations
        .filter(({ kind }) => kind !== 'party')
        .map(({ id, name }) => ({ value: `unit:${id}`, label: name })),
    },
  ];
  const complete =
    category !== undefined &&
    responsible !== undefined &&
    standards.every(({ opens, closes }) => opens.trim() !== '' && closes.trim() !== '');
  const save = useChange(
    () =>
      matters('PUT /api/catalogues/:version/rows', {
        params: { version },
        body: {
          category: category!,
          area,
          responsible: asNamed(responsible!),
          co: co.map(asNamed),
          standards: [...standards],
        },
      }),
    onClose,
  );
  return (
    <Sheet
      open
      width={680}
      title={row ? words.edit : words.add}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" disabled={!complete} loading={save.isPending} onClick={() => save.mutate(undefined)}>
            {words.save}
          </Button>
        </>
      }
    >
      {save.error && <ProblemNotice error={save.error} />}
      <Form layout="vertical" component="div">
        <CategoryField value={category} onChange={setCategory} />
        <Form.Item label={words.area} htmlFor="area">
          <AreaPicker
            id="area"
            value={area === district ? undefined : area}
            onChange={(code) => setArea(code ?? district)}
            scopes={[district]}
            placeholder={words.chooseArea}
          />
        </Form.Item>
        <Form.Item label={words.unit} htmlFor="responsible" required>
          <Select
            id="responsible"
            showSearch
            optionFilterProp="label"
            placeholder={words.chooseUnit}
            value={responsible}
            onChange={setResponsible}
            options={units}
          />
        </Form.Item>
        <Form.Item label={words.co} htmlFor="co">
          <Select id="co" mode="multiple" optionFilterProp="label" value={co} onChange={setCo} options={units} />
        </Form.Item>
        <StandardsField standards={standards} onChange={setStandards} />
      </Form>
    </Sheet>
  );
}

interface StandardsProps {
  readonly standards: readonly Standard[];
  readonly onChange: (standards: readonly Standard[]) => void;
}

function StandardsField({ standards, onChange }: StandardsProps) {
  const words = useWords(WORDS);
  const change = (id: string, part: Partial<Standard>) =>
    onChange(standards.map((standard) => (standard.id === id ? { ...standard, ...part } : standard)));
  return (
    <Form.Item label={words.standards} required>
      <div className={styles.edited}>
        {standards.map(({ id, opens, closes, term }, i) => (
          <div key={id} className={styles.standard}>
            <Input
              aria-label={words.opens(i + 1)}
              placeholder={words.opens(i + 1)}
              maxLength={200}
              value={opens}
              onChange={(event) => change(id, { opens: event.target.value })}
            />
            <Input
              aria-label={words.closes(i + 1)}
              placeholder={words.closes(i + 1)}
              maxLength={200}
              value={closes}
              onChange={(event) => change(id, { closes: event.target.value })}
            />
            <TermInput id={`term-${id}`} value={term} onChange={(chosen) => change(id, { term: chosen })} />
            {standards.length > 1 && (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={words.drop(i + 1)}
                onClick={() => onChange(standards.filter((standard) => standard.id !== id))}
              />
            )}
          </div>
        ))}
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...standards, { ...BLANK, id: freshId(standards) }])}
        >
          {words.more}
        </Button>
      </div>
    </Form.Item>
  );
}
