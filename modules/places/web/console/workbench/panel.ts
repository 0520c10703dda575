import type { Map as MapLibre } from 'maplibre-gl';
import type { Dispatch } from 'react';
import type { Bounds, MapShape } from '#packages/web-kit/map';
import type { Engine } from './engine.ts';
import type { RunJob } from './use-job.ts';
import type { Workspace, WorkspaceAction } from './workspace.ts';

/** The workbench's map as a panel uses it. */
export interface WorkbenchMap {
  /** For drawing tools; null until the map is there, and for good where the browser has no WebGL. */
  readonly instance: MapLibre | null;
  /** The panel's own shapes over the grids. Replaces those it showed before; cleared when another step is opened. */
  readonly show: (shapes: readonly MapShape[]) => void;
  readonly fit: (bounds: Bounds) => void;
}

/** What each panel of the workbench is given. Clicks on grids arrive in `workspace.selection.grids`. */
export interface PanelProps {
  readonly workspace: Workspace;
  readonly dispatch: Dispatch<WorkspaceAction>;
  readonly engine: Engine;
  readonly map: WorkbenchMap;
}

/** A panel that runs work whose progress the workbench shows, with a way to stop it. */
export interface WorkPanelProps extends PanelProps {
  readonly run: RunJob;
  readonly busy: boolean;
}
