import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loadLayer } from '#packages/web-kit/map';
import { baseBarriers } from '../divide/barriers.ts';
import type { WorkingGrid } from '../work.ts';
import type { Drawing } from './drawing.ts';
import { SnapIndex } from './snapping.ts';

/**
 * What is drawn is taken to borders and to the roads and rivers of the base map; a vertex that is moved to the latter
 * alone, for two borders may not touch where they did not.
 */
export function useSnapping(drawing: Drawing | null, grids: readonly WorkingGrid[], isDrawing: boolean): void {
  const base = useQuery({ queryKey: ['map', 'base'], queryFn: async () => baseBarriers(await loadLayer('base')) });
  const barriers = base.data;
  useEffect(() => {
    if (!drawing || !isDrawing) return;
    const lines = new SnapIndex(
      [],
      (barriers ?? []).map(({ line }) => line),
    );
    drawing.snapTo([new SnapIndex(grids), lines], [lines]);
  }, [drawing, isDrawing, grids, barriers]);
}
