import { lazy } from 'react';
import type { PortalRoute } from '#packages/web-kit/ui';

export { GridMatters } from './around/GridMatters.tsx';
export { MyMatters } from './MyMatters.tsx';
export { KeptList } from './track/KeptList.tsx';
export { TrackForm } from './track/TrackForm.tsx';

const screens = () => import('./track/TrackScreen.tsx');

/** The screens that this module gives to the portal. */
export const routes: readonly PortalRoute[] = [
  { path: '/report', screen: lazy(() => import('./report/ReportScreen.tsx')) },
  { path: '/track', screen: lazy(() => screens().then(({ TrackStart }) => ({ default: TrackStart }))) },
  { path: '/track/:code', screen: lazy(() => screens().then(({ TrackScreen }) => ({ default: TrackScreen }))) },
  { path: '/track/:code/entries', screen: lazy(() => import('./track/EntriesScreen.tsx')) },
  { path: '/around', screen: lazy(() => import('./around/AroundScreen.tsx')) },
];
