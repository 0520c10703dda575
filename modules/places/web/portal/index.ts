import { lazy } from 'react';
import type { PortalRoute } from '#packages/web-kit/ui';

export { GridNotices } from './GridNotices.tsx';
export { MyGrid } from './MyGrid.tsx';
export { useMyGrid } from './my-grid.ts';

/** The screens that this module gives to the portal. */
export const routes: readonly PortalRoute[] = [
  { path: '/grid', screen: lazy(() => import('./GridScreen.tsx')) },
  { path: '/grid-plans/:id', screen: lazy(() => import('./plan/PlanNotice.tsx')) },
];
