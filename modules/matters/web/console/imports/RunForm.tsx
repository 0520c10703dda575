import { Alert, Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { ImportPage } from '../../../core/api.ts';
import { assign, FIELDS, type Field, hasPlace, hasWords, type Mapping } from './fields.ts';
import styles from './imports.module.css';

const WORDS = {
  columns: text('列的对应', 'Columns'),
  columnsHint: text('系统按列名猜测，请核对。', 'Guessed from the headings: check it.'),
  field: text('字段', 'Field'),
  column: text('文件中的列', 'Column of the file'),
  sample: text('前几行的内容', 'First rows'),
  none: text('不导入', 'Not imported'),
  badRows: text('有问题的行', 'Rows with faults'),
  stop: text('有一行不合要求，就一行也不导入', 'If one row is wrong, import none'),
  skip: text('跳过有问题的行，导入其余的', 'Skip them, import the rest'),
  withoutPlace: text('没有地点的行', 'Rows without a place'),
  refuse: text('作为有问题的行', 'Count as faulty'),
  spread: text('按编号和户数分散到各网格（仅供试用）', 'Spread over the grids by number and households (for trying)'),
  noWords: text('请先指定“反映内容”或“主题”对应的列。', 'First assign a column to the text or the subject.'),
  noPlace: text(
    '清单里没有地点：每一行都会被当作有问题的行。',
    'The list has no places: every row will count as faulty.',
  ),
  run: (total: number) => text(`检查并导入 ${total} 行`, `Check and import ${total} rows`),
};

export interface RunOptions {
  readonly badRows: 'stop' | 'skip';
  readonly withoutPlace: 'refuse' | 'spread';
}

interface Props {
  readonly list: ImportPage;
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
  readonly busy: boolean;
  readonly onRun: (options: RunOptions) => void;
}

/** Which column is what, what to do with faulty rows, and the button. */
export function RunForm({ list, mapping, onMap, busy, onRun }: Props) {
  const words = useWords(WORDS);
  const [options, setOptions] = useState<RunOptions>({ badRows: 'stop', withoutPlace: 'refuse' });
  const { badRows, withoutPlace } = options;
  const nowhere = withoutPlace === 'refuse' && !hasPlace(mapping);
  return (
    <>
      <section className={styles.block}>
        <h2>{words.columns}</h2>
        <p className={styles.soft}>{words.columnsHint}</p>
        <MappingTable list={list} mapping={mapping} onMap={onMap} />
      </section>
      <section className={styles.block}>
        <Form layout="vertical" component="div" className={styles.options}>
          <Form.Item label={words.badRows}>
            <Radio.Group
              aria-label={words.badRows}
              vertical
              value={badRows}
              onChange={(event) => setOptions({ ...options, badRows: event.target.value })}
              options={(['stop', 'skip'] as const).map((value) => ({ value, label: words[value] }))}
            />
          </Form.Item>
          <Form.Item label={words.withoutPlace}>
            <Radio.Group
              aria-label={words.withoutPlace}
              vertical
              value={withoutPlace}
              onChange={(event) => setOptions({ ...options, withoutPlace: event.target.value })}
              options={(['refuse', 'spread'] as const).map((value) => ({ value, label: words[value] }))}
            />
          </Form.Item>
        </Form>
        {!hasWords(mapping) && <Alert type="warning" showIcon title={words.noWords} />}
        {nowhere && <Alert type="warning" showIcon title={words.noPlace} />}
        <Button
          type="primary"
          size="large"
          className={styles.run}
          disabled={!hasWords(mapping)}
          loading={busy}
          onClick={() => onRun(options)}
        >
          {words.run(list.total)}
        </Button>
      </section>
    </>
  );
}

function MappingTable({ list: { columns, sample }, mapping, onMap }: Pick<Props, 'list' | 'mapping' | 'onMap'>) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <table className={styles.mapping}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.sample}</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(FIELDS) as Field[]).map((field) => {
          const column = mapping[field];
          return (
            <tr key={field}>
              <th scope="row">{say(FIELDS[field])}</th>
              <td>
                <Select
                  aria-label={say(FIELDS[field])}
                  allowClear
                  showSearch
                  value={column}
                  placeholder={words.none}
                  onChange={(chosen?: string) => onMap(assign(mapping, field, chosen))}
                  options={columns.map((value) => ({ value, label: value }))}
                />
              </td>
              <td className={styles.sample}>
                {column &&
                  sample.slice(0, 2).map((row, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file have no other name
                    <span key={i}>{row[column]}</span>
                  ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
