import { lazy } from 'react';
import type { PortalRoute } from '#packages/web-kit/ui';

/** The screens that this module gives to the portal. */
export const routes: readonly PortalRoute[] = [{ path: '/duties', screen: lazy(() => import('./DutiesScreen.tsx')) }];
