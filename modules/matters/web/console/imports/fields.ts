import { type Text, text } from '#packages/kernel';

/** Fields that a list may have, in the order in which they are assigned. */
export const FIELDS = {
  text: text('反映内容', 'Text'),
  subject: text('主题', 'Subject'),
  number: text('编号', 'Number'),
  time: text('反映时间', 'Time of the report'),
  category: text('类别编码', 'Code of the kind'),
  address: text('地址', 'Address'),
  lon: text('经度', 'Longitude'),
  lat: text('纬度', 'Latitude'),
  grid: text('网格编码', 'Code of the grid'),
} as const satisfies Record<string, Text>;

export type Field = keyof typeof FIELDS;
export type Mapping = Readonly<Partial<Record<Field, string>>>;

/** The mapping with a field assigned to a column, or to none; a column serves one field only. */
export function assign(mapping: Mapping, field: Field, column: string | undefined): Mapping {
  const others = Object.entries(mapping).filter(([other, used]) => other !== field && used !== column);
  return Object.fromEntries(column === undefined ? others : [...others, [field, column]]);
}

/** Whether a row could say what the matter is: nothing else is always needed. */
export const hasWords = ({ text: body, subject }: Mapping): boolean => body !== undefined || subject !== undefined;

/** Whether rows could say where they belong. */
export const hasPlace = ({ lon, lat, grid }: Mapping): boolean =>
  grid !== undefined || (lon !== undefined && lat !== undefined);
