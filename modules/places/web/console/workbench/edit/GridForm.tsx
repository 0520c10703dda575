import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useEffect } from 'react';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { GRID_KINDS, type GridKind } from '../../../../contract.ts';
import type { WorkingGrid } from '../work.ts';
import styles from './edit.module.css';

const WORDS = {
  code: text('编码', 'Code'),
  name: text('名称', 'Name'),
  nameNeeded: text('请填写名称', 'A grid has a name'),
  kind: text('类型', 'Kind'),
  sector: text('主管部门', 'Department'),
  sectorHint: text('专属网格由主管部门与所在街道共同管理', 'manages a dedicated grid together with the street'),
  households: text('户数', 'Households'),
  save: text('保存', 'Save'),
};

type Fields = Pick<WorkingGrid, 'name' | 'kind' | 'households'> & { readonly sector: string };

const fieldsOf = ({ name, kind, households, sector }: WorkingGrid): Fields => ({
  name,
  kind,
  households,
  sector: sector ?? '',
});

interface Props {
  readonly grid: WorkingGrid;
  readonly onSave: (grid: WorkingGrid) => void;
}

/** What is known of a grid besides where it lies. */
export function GridForm({ grid, onSave }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const [form] = Form.useForm<Fields>();
  useEffect(() => form.setFieldsValue(fieldsOf(grid)), [form, grid]);
  const kind = Form.useWatch('kind', form) ?? grid.kind;
  const save = ({ name, kind: chosen, households, sector }: Fields): void => {
    const kept = chosen === 'dedicated' && sector?.trim() ? sector.trim() : null;
    onSave({ ...grid, name: name.trim(), kind: chosen, households, sector: kept });
  };
  return (
    <Form
      form={form}
      name="grid"
      size="small"
      colon={false}
      labelAlign="left"
      labelCol={{ flex: '104px' }}
      wrapperCol={{ flex: '1' }}
      className={styles.form}
      initialValues={fieldsOf(grid)}
      requiredMark={false}
      onFinish={save}
    >
      <p className={styles.code}>
        {words.code} <code>{grid.code}</code>
      </p>
      <Form.Item
        name="name"
        label={words.name}
        rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={words.kind}>
        <Radio.Group
          optionType="button"
          options={(Object.keys(GRID_KINDS) as GridKind[]).map((value) => ({ value, label: say(GRID_KINDS[value]) }))}
        />
      </Form.Item>
      {kind === 'dedicated' && (
        <Form.Item name="sector" label={words.sector} extra={words.sectorHint}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="households" label={words.households} rules={[{ required: true }]}>
        <InputNumber min={0} max={100000} precision={0} />
      </Form.Item>
      <Button htmlType="submit" className={styles.save}>
        {words.save}
      </Button>
    </Form>
  );
}
