import { lazy } from 'react';
import type { PortalRoute } from '#packages/web-kit/ui';

export { useMe } from './api.ts';
export { isStaff, MyAccount } from './MyAccount.tsx';
export { MyLooks } from './MyLooks.tsx';

/** The screens that this module gives to the portal. */
export const routes: readonly PortalRoute[] = [
  {
    path: '/sign-in',
    screen: lazy(() => import('./SignInScreen.tsx').then(({ SignInScreen }) => ({ default: SignInScreen }))),
  },
  {
    path: '/account',
    screen: lazy(() => import('./AccountScreen.tsx').then(({ AccountScreen }) => ({ default: AccountScreen }))),
  },
];
