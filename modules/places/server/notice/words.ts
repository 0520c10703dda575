import { type Text, text } from '#packages/kernel';
import type { BaseKind } from '../../core/base-lines.ts';

export const MAP_WORDS = {
  illustrative: text('示意边界，仅用于网格服务管理', 'Illustrative borders, for grid services only'),
  metres: (metres: number) => text(`${metres}米`, `${metres} m`),
  north: text('北', 'N'),
  kinds: { river: text('河道', 'Waterway'), main: text('主干道路', 'Main road') } as Partial<Record<BaseKind, Text>>,
};

export const WORDS = {
  title: text('网格公示', 'Grid notice'),
  booklet: (community: string) => text(`${community}网格公示`, `Grid notices of ${community}`),
  name: text('网格名称', 'Grid'),
  code: text('网格编码', 'Grid code'),
  street: text('所属街道', 'Street'),
  community: text('所属社区', 'Community'),
  kind: text('网格类型', 'Kind'),
  households: text('户　　数', 'Households'),
  count: (households: number) => text(`约${households}户`, `about ${households}`),
  extent: text('区域范围', 'Extent'),
  between: text('；', '; '),
  stop: text('。', '.'),
  map: text('区域范围示意图', 'Map of the extent'),
  post: text('岗　　位', 'Post'),
  person: text('姓　　名', 'Name'),
  phone: text('联系电话', 'Telephone'),
  area: text('负责区域', 'Area'),
  nobody: text('暂缺，请拨打监督电话', 'Vacant: please call the supervision telephone'),
  noPhone: text('请拨打监督电话', 'Please call the supervision telephone'),
  supervision: text('监督电话', 'Supervision telephone'),
  scan: text('扫码查看本网格、反映事项', 'Scan to see this grid and to report'),
  scanAlt: text('本网格页面的二维码', 'QR code of the page of this grid'),
  since: (day: string) => text(`本网格自${day}起施行。`, `This grid is in force from ${day}.`),
  update: text(
    '网格员或联系方式有变动的，将及时更新。对网格服务管理有意见建议的，可以拨打监督电话。',
    'This notice is renewed when people or telephones change. Comments on grid services: call the supervision telephone.',
  ),
  review: (map: string) => text(`审图号：${map}`, `Map review number: ${map}`),
};
