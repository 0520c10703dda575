import {
  BlockOutlined,
  DeploymentUnitOutlined,
  MergeCellsOutlined,
  ScissorOutlined,
  SelectOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { type Text, text } from '#packages/kernel';
import type { Tool } from './drawing.ts';

interface ToolLook {
  readonly label: Text;
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>;
  readonly key: string;
  /** What to do now. */
  readonly hint: Text;
}

export const TOOLS: Readonly<Record<Tool, ToolLook>> = {
  choose: {
    label: text('选择', 'Choose'),
    icon: SelectOutlined,
    key: 'c',
    hint: text(
      '点击网格选择，按住 Shift 可多选；也可以在下面的列表里选。',
      'Click a grid; hold Shift to add another. Or choose from the list below.',
    ),
  },
  split: {
    label: text('拆分', 'Split'),
    icon: ScissorOutlined,
    key: 's',
    hint: text(
      '从边界到边界画一条线，再次点击最后一点（或按回车）完成。',
      'Draw a line from border to border; click its last point again, or press Enter.',
    ),
  },
  merge: {
    label: text('合并', 'Merge'),
    icon: MergeCellsOutlined,
    key: 'm',
    hint: text('逐个点击相邻的网格，再按“合并所选网格”。', 'Click grids that touch, then “Merge the chosen grids”.'),
  },
  border: {
    label: text('移动边界', 'Border'),
    icon: SwapOutlined,
    key: 'b',
    hint: text(
      '在两格的共同边界上起笔和收笔，画出新的边界；两个网格同时改变。',
      'Begin and end on the border of two grids and draw where it shall run: both change at once.',
    ),
  },
  transfer: {
    label: text('划转', 'Transfer'),
    icon: BlockOutlined,
    key: 't',
    hint: text(
      '先选择接收的网格，再画出要划给它的范围，点击第一点（或按回车）完成。',
      'Choose the grid that takes, then draw what it gets; click the first point again, or press Enter.',
    ),
  },
  vertex: {
    label: text('顶点', 'Vertices'),
    icon: DeploymentUnitOutlined,
    key: 'v',
    hint: text(
      '点击一个网格，拖动白点移动顶点，拖动黄点增加顶点；点选白点后可以删除。',
      'Click a grid; drag a white point to move a vertex, a yellow one to insert one. Click a white point to delete it.',
    ),
  },
};

export const TOOL_ORDER = Object.keys(TOOLS) as Tool[];
