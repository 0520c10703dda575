import {
  AlertOutlined,
  BellOutlined,
  BookOutlined,
  FileAddOutlined,
  HistoryOutlined,
  ImportOutlined,
  InboxOutlined,
  MergeCellsOutlined,
  PushpinOutlined,
  SafetyCertificateOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { lazy } from 'react';
import type { ConsoleManifest } from '#packages/console-kit';
import { type Actor, text } from '#packages/kernel';
import type { Person } from '../../../access/contract.ts';
import { waitingFor } from '../../core/inbox.ts';
import { canImport, canReportForOthers, mergeScope, sightOf } from '../../core/policy.ts';
import { useInboxCount } from './inbox/use-inbox.ts';

const asPerson = (actor: Actor) => actor as Person;
const hasInbox = (actor: Actor) => waitingFor(asPerson(actor)).length > 0;
const seesMatters = (actor: Actor) => {
  const { areas, units } = sightOf(asPerson(actor));
  return areas.length + units.length > 0;
};
const reports = (actor: Actor) =>
  actor.grants.some(({ area }) => canReportForOthers({ actor: asPerson(actor), isReporter: false }, area));
const imports = (actor: Actor) => canImport(asPerson(actor));

const seesAreas = (actor: Actor) => sightOf(asPerson(actor)).areas.length > 0;
const steers = (actor: Actor) => mergeScope(asPerson(actor)).length > 0;

const inbox = text('待办', 'Inbox');
const list = text('事项', 'Matters');
const map = text('地图', 'Map');
const report = text('登记', 'Report');
const importing = text('导入', 'Import');
const joint = text('联合办理', 'Joint orders');
const duplicates = text('疑似重复', 'Likely duplicates');
const chronic = text('反复发生', 'Coming back');
const supervision = text('督办', 'Supervision');
const catalogue = text('派单目录', 'Dispatch catalogue');
const rights = text('办理权限', 'Who may do what');

const Inbox = lazy(() => import('./inbox/Inbox.tsx'));

export const mattersConsole: ConsoleManifest = {
  module: 'matters',
  screens: [
    { path: '/inbox', title: inbox, view: Inbox, may: hasInbox },
    { path: '/inbox/:code', title: inbox, view: Inbox, may: hasInbox },
    { path: '/matters', title: list, view: lazy(() => import('./list/Matters.tsx')), may: seesMatters },
    { path: '/matters/:code', title: list, view: lazy(() => import('./matter/MatterScreen.tsx')), may: seesMatters },
    { path: '/map', title: map, view: lazy(() => import('./map/MatterMap.tsx')), may: seesMatters },
    { path: '/report', title: report, view: lazy(() => import('./report/Report.tsx')), may: reports },
    { path: '/imports', title: importing, view: lazy(() => import('./imports/Imports.tsx')), may: imports },
    { path: '/imports/:id', title: importing, view: lazy(() => import('./imports/ImportScreen.tsx')), may: imports },
    { path: '/joint-orders', title: joint, view: lazy(() => import('./joint/JointOrders.tsx')), may: seesMatters },
    {
      path: '/supervision',
      title: supervision,
      view: lazy(() => import('./supervision/Supervisions.tsx')),
      may: seesMatters,
    },
    { path: '/chronic', title: chronic, view: lazy(() => import('./chronic/ChronicPlaces.tsx')), may: seesAreas },
    { path: '/duplicates', title: duplicates, view: lazy(() => import('./duplicates/Duplicates.tsx')), may: steers },
    { path: '/catalogue', title: catalogue, view: lazy(() => import('./catalogue/Catalogue.tsx')) },
    { path: '/rights', title: rights, view: lazy(() => import('./rights/Rights.tsx')) },
  ],
  menu: [
    {
      path: '/inbox',
      label: inbox,
      icon: InboxOutlined,
      group: 'work',
      order: 10,
      may: hasInbox,
      useCount: useInboxCount,
    },
    { path: '/matters', label: list, icon: UnorderedListOutlined, group: 'work', order: 20, may: seesMatters },
    { path: '/report', label: report, icon: FileAddOutlined, group: 'work', order: 30, may: reports },
    { path: '/map', label: map, icon: PushpinOutlined, group: 'work', order: 40, may: seesMatters },
    { path: '/joint-orders', label: joint, icon: BellOutlined, group: 'work', order: 44, may: seesMatters },
    { path: '/supervision', label: supervision, icon: AlertOutlined, group: 'work', order: 46, may: seesMatters },
    { path: '/chronic', label: chronic, icon: HistoryOutlined, group: 'work', order: 48, may: seesAreas },
    { path: '/duplicates', label: duplicates, icon: MergeCellsOutlined, group: 'work', order: 47, may: steers },
    { path: '/catalogue', label: catalogue, icon: BookOutlined, group: 'district', order: 44, may: seesMatters },
    { path: '/imports', label: importing, icon: ImportOutlined, group: 'work', order: 50, may: imports },
    { path: '/rights', label: rights, icon: SafetyCertificateOutlined, group: 'district', order: 50 },
  ],
};
