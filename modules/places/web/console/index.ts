import { BorderOuterOutlined, GlobalOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { ConsoleManifest } from '#packages/console-kit';
import { type Actor, text } from '#packages/kernel';
import type { Person } from '../../../access/contract.ts';
import { canSeeGridPlans } from '../../core/policy.ts';

/** Plans are of whole districts; whose role lies in one, by its code's first six digits. */
const seesPlans = (actor: Actor) => actor.grants.some(({ area }) => canSeeGridPlans(actor as Person, area.slice(0, 6)));

const areas = text('区域与网格', 'Grids');
const plans = text('网格方案', 'Grid plans');

export const placesConsole: ConsoleManifest = {
  module: 'places',
  screens: [
    { path: '/areas', title: areas, view: lazy(() => import('./Areas.tsx')) },
    { path: '/grid-plans', title: plans, view: lazy(() => import('./GridPlans.tsx')), may: seesPlans },
  ],
  menu: [
    { path: '/areas', label: areas, icon: GlobalOutlined, group: 'district', order: 10 },
    { path: '/grid-plans', label: plans, icon: BorderOuterOutlined, group: 'district', order: 15, may: seesPlans },
  ],
};
