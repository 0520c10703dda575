import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { treeOf, useAreas } from './areas.ts';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string | undefined) => void;
  /** Codes below which one may choose. */
  readonly scopes: readonly string[];
  readonly placeholder: string;
  readonly className?: string;
}

/** Chooses a street or community by name. */
export function AreaPicker({ id, value, onChange, scopes, placeholder, className }: Props) {
  const { data = [], isPending } = useAreas();
  const tree = useMemo(() => treeOf(data, scopes), [data, scopes]);
  return (
    <TreeSelect
      id={id}
      className={className}
      value={value}
      onChange={(code: string | undefined) => onChange?.(code)}
      treeData={tree}
      treeDefaultExpandedKeys={tree.map((node) => node.value)}
      fieldNames={{ label: 'label', value: 'value', children: 'children' }}
      showSearch={{ treeNodeFilterProp: 'label' }}
      allowClear
      loading={isPending}
      placeholder={placeholder}
      aria-label={placeholder}
      popupMatchSelectWidth={false}
      styles={{ popup: { root: { minWidth: 280 } } }}
    />
  );
}
