import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Answered, Blank, ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { ShownRow } from '../../../core/catalogue-api.ts';
import { matters } from '../api.ts';
import { groupOfCategory, nameOfCategory } from '../category-names.ts';
import { termInWords } from '../clock-words.ts';
import tables from '../tables.module.css';
import styles from './catalogue.module.css';
import { RowSheet } from './RowSheet.tsx';
import { useChange, useVersion } from './use-catalogue.ts';

const WORDS = {
  title: text('目录各行', 'Rows of the catalogue'),
  search: text('按类别、单位或区域查找', 'Find by kind, unit or area'),
  none: text('没有这样的行', 'No such row'),
  kind: text('类别', 'Kind'),
  area: text('区域', 'Area'),
  unit: text('责任单位', 'Responsible'),
  standards: text('立案条件、结案条件和处置时限', 'Case standards and limits'),
  co: (names: string) => text(`协办：${names}`, `helped by ${names}`),
  closes: (words: string) => text(`结案：${words}`, `closed when: ${words}`),
  edit: (name: string) => text(`修改“${name}”`, `Change “${name}”`),
  remove: (name: string) => text(`去掉“${name}”`, `Take out “${name}”`),
  add: text('加一行', 'Add a row'),
  change: text('操作', 'Change'),
};

interface Props {
  readonly version: number;
  readonly editable: boolean;
}

/** The rows of a version, found by words; of a draft each can be changed. */
export function Rows({ version, editable }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const [part, setPart] = useState('');
  const [edited, setEdited] = useState<ShownRow | 'new' | null>(null);
  const found = useVersion(version);
  const suits = (row: ShownRow) =>
    [say(nameOfCategory(row.category)), say(groupOfCategory(row.category)), row.areaName, row.responsibleName].some(
      (name) => name.includes(part),
    );
  return (
    <>
      <div className={tables.bar}>
        <Input.Search
          allowClear
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          onChange={(event) => setPart(event.target.value.trim())}
        />
        {editable && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
            {words.add}
          </Button>
        )}
      </div>
      <Answered query={found} rows={10}>
        {({ list }) => {
          const rows = list.filter(suits);
          return rows.length === 0 ? (
            <Blank title={words.none} />
          ) : (
            <RowTable version={version} rows={rows} onEdit={editable ? setEdited : undefined} />
          );
        }}
      </Answered>
      {edited && (
        <RowSheet version={version} row={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

interface TableProps {
  readonly version: number;
  readonly rows: readonly ShownRow[];
  readonly onEdit: ((row: ShownRow) => void) | undefined;
}

function RowTable({ version, rows, onEdit }: TableProps) {
  const words = useWords(WORDS);
  const remove = useChange(({ category, area }: ShownRow) =>
    matters('DELETE /api/catalogues/:version/rows', { params: { version }, query: { category, area } }),
  );
  return (
    <>
      {remove.error && <ProblemNotice error={remove.error} />}
      <div className={tables.frame}>
        <table className={tables.table} data-stacked aria-label={words.title}>
          <thead>
            <tr>
              {[words.kind, words.area, words.unit, words.standards, ...(onEdit ? [words.change] : [])].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.category} ${row.area}`} row={row} onEdit={onEdit} onRemove={remove.mutate} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  readonly row: ShownRow;
  readonly onEdit: ((row: ShownRow) => void) | undefined;
  readonly onRemove: (row: ShownRow) => void;
}

function Row({ row, onEdit, onRemove }: RowProps) {
  const words = useWords(WORDS);
  const say = useText();
  const name = say(nameOfCategory(row.category));
  return (
    <tr>
      <td>
        <b>{name}</b>
        <small>{say(groupOfCategory(row.category))}</small>
      </td>
      <td>{row.areaName}</td>
      <td>
        {row.responsibleName}
        {row.coNames.length > 0 && <small>{words.co(row.coNames.join('、'))}</small>}
      </td>
      <td>
        <ul className={styles.standards}>
          {row.standards.map(({ id, opens, closes, term }) => (
            <li key={id}>
              <span>{opens}</span> <b>{say(termInWords(term))}</b>
              <small>{words.closes(closes)}</small>
            </li>
          ))}
        </ul>
      </td>
      {onEdit && (
        <td className={tables.nowrap}>
          <Button
            type="text"
            icon={<EditOutlined aria-hidden />}
            aria-label={words.edit(name)}
            onClick={() => onEdit(row)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={words.remove(name)}
            onClick={() => onRemove(row)}
          />
        </td>
      )}
    </tr>
  );
}
