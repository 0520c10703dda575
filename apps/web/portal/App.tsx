import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { routes as access } from '#modules/access/web/portal/index';
import { routes as matters } from '#modules/matters/web/portal/index';
import { routes as places } from '#modules/places/web/portal/index';
import { routes as staffing } from '#modules/staffing/web/portal/index';
import { type PortalRoute, Skeleton } from '#packages/web-kit/ui';
import { Broken } from './Broken.tsx';
import { Home } from './Home.tsx';
import { Shell } from './Shell.tsx';

const own: readonly PortalRoute[] = [
  { path: '/', screen: Home },
  { path: '/my', screen: lazy(() => import('./My.tsx')) },
  { path: '/about', screen: lazy(() => import('./About.tsx')) },
];
const Missing = lazy(() => import('./Missing.tsx'));

/** Every screen of the portal: its own, and those that the modules give. */
const ROUTES: readonly PortalRoute[] = [...own, ...places, ...matters, ...staffing, ...access];

const waiting = (
  <div style={{ padding: '48px 24px' }}>
    <Skeleton lines={5} />
  </div>
);

export const App = () => (
  <Shell>
    <Broken>
      <Suspense fallback={waiting}>
        <Switch>
          {ROUTES.map(({ path, screen: Screen }) => (
            <Route key={path} path={path}>
              <Screen />
            </Route>
          ))}
          <Route>
            <Missing />
          </Route>
        </Switch>
      </Suspense>
    </Broken>
  </Shell>
);
