import { BorderOuterOutlined, DeploymentUnitOutlined, GlobalOutlined, ShareAltOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { ConsoleManifest } from '#packages/console-kit';
import { type Actor, text } from '#packages/kernel';
import type { Person } from '../../../access/contract.ts';
import { canImportGridLayer, canSeeGridPlans } from '../../core/policy.ts';

/** Plans are of whole districts; whose role lies in one, by its code's first six digits. */
const seesPlans = (actor: Actor) => actor.grants.some(({ area }) => canSeeGridPlans(actor as Person, area.slice(0, 6)));

const drawsPlans = (actor: Actor) =>
  actor.grants.some(({ area }) => canImportGridLayer(actor as Person, area.slice(0, 6)));

const areas = text('区域与网格', 'Grids');
const plans = text('网格方案', 'Grid plans');
const uses = text('一网通用', 'One grid for all');
const workbench = text('网格工作台', 'Grid workbench');

export const placesConsole: ConsoleManifest = {
  module: 'places',
  screens: [
    { path: '/areas', title: areas, view: lazy(() => import('./Areas.tsx')) },
    { path: '/grid-plans', title: plans, view: lazy(() => import('./plans/GridPlans.tsx')), may: seesPlans },
    { path: '/grid-plans/:id', title: plans, view: lazy(() => import('./plans/PlanScreen.tsx')), may: seesPlans },
    { path: '/grid-uses', title: uses, view: lazy(() => import('./uses/GridUses.tsx')) },
    {
      path: '/grid-workbench',
      title: workbench,
      view: lazy(() => import('./workbench/Workbench.tsx')),
      may: drawsPlans,
    },
  ],
  menu: [
    { path: '/areas', label: areas, icon: GlobalOutlined, group: 'district', order: 10 },
    { path: '/grid-plans', label: plans, icon: BorderOuterOutlined, group: 'district', order: 15, may: seesPlans },
    { path: '/grid-uses', label: uses, icon: ShareAltOutlined, group: 'district', order: 17 },
    {
      path: '/grid-workbench',
      label: workbench,
      icon: DeploymentUnitOutlined,
      group: 'district',
      order: 16,
      may: drawsPlans,
    },
  ],
};
