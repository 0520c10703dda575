import { type Text, text } from '#packages/kernel';
import type { ShapeStyle } from '#packages/web-kit/map';
import type { WorkFaultKind } from './work.ts';

/** Colours of layers: told apart by people who do not see red and green alike, dark enough for a line on paper. */
export const LAYER_COLOURS = ['#0f6b8f', '#a3522b', '#6b4fa0', '#2f7d4f', '#946100', '#8a3d6b'] as const;

export const colourOf = (number: number): string => LAYER_COLOURS[number % LAYER_COLOURS.length];

/** Grids of the working coverage. */
export const GRID_STYLE: ShapeStyle = { fill: '#0f5561', opacity: 0.05, line: '#0f5561', width: 1.2 };
export const CHOSEN_STYLE: ShapeStyle = { fill: '#0f5561', opacity: 0.22, line: '#0b3f49', width: 3 };

interface KindLook {
  readonly label: Text;
  readonly style: ShapeStyle;
}

/** How each kind of fault looks: a colour and a pattern of its own, in the order in which they are listed. */
export const FAULT_LOOKS: Readonly<Record<WorkFaultKind, KindLook>> = {
  disagreement: {
    label: text('各图层不一致', 'Layers disagree'),
    style: { fill: '#c2570c', opacity: 0.25, pattern: 'hatch', line: '#a8460a' },
  },
  overlap: {
    label: text('重叠', 'Overlap'),
    style: { fill: '#b5432a', opacity: 0.25, pattern: 'cross', line: '#953521' },
  },
  duplicate: {
    label: text('重复', 'Duplicate'),
    style: { fill: '#b5432a', opacity: 0.2, pattern: 'dots', line: '#953521' },
  },
  gap: { label: text('空隙', 'Gap'), style: { fill: '#6b4fa0', opacity: 0.25, pattern: 'dots', line: '#553c86' } },
  outside: {
    label: text('越界', 'Outside'),
    style: { fill: '#946100', opacity: 0.2, pattern: 'back_hatch', line: '#7d5409' },
  },
  omission: {
    label: text('遗漏', 'Left out'),
    style: { fill: '#4b5f66', opacity: 0.2, pattern: 'dots', line: '#33474e' },
  },
  mismatched_edge: {
    label: text('边界未对齐', 'Borders do not match'),
    style: { fill: '#0f6b8f', opacity: 0.3, line: '#0f6b8f', width: 2.5, radius: 5 },
  },
  invalid_ring: {
    label: text('图形无效', 'Invalid shape'),
    style: { fill: '#8a3d6b', opacity: 0.25, pattern: 'hatch', line: '#8a3d6b', width: 2 },
  },
  multipart: {
    label: text('不连片', 'In several parts'),
    style: { fill: '#2f7d4f', opacity: 0.2, pattern: 'back_hatch', line: '#24693f' },
  },
};

export const FAULT_ORDER = Object.keys(FAULT_LOOKS) as WorkFaultKind[];

/** A fault that was decided, or a place that changed hands without a doubt. */
export const SETTLED_STYLE: ShapeStyle = { fill: '#24693f', opacity: 0.25, line: '#24693f', width: 1.2, dashed: true };
/** A place that changed hands by a merging. */
export const CHANGE_STYLE: ShapeStyle = { fill: '#c2570c', opacity: 0.35, line: '#a8460a', width: 1.2 };
/** The one that is looked at. */
export const FOCUS_STYLE: ShapeStyle = { fill: '#ffd54a', opacity: 0.35, line: '#17313a', width: 3, radius: 9 };
