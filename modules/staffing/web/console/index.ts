import { ScheduleOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { ConsoleManifest } from '#packages/console-kit';
import { type Actor, text } from '#packages/kernel';
import type { Person } from '../../../access/contract.ts';
import { canApply } from '../../core/policy.ts';

const applies = (actor: Actor) => canApply(actor as Person);
const list = text('网格事项清单', 'List of duties');
const apply = text('申请准入', 'Apply for admission');

export const staffingConsole: ConsoleManifest = {
  module: 'staffing',
  screens: [
    { path: '/duties', title: list, view: lazy(() => import('./Duties.tsx')) },
    { path: '/duties/apply', title: apply, view: lazy(() => import('./Apply.tsx')), may: applies },
    { path: '/duties/:id', title: list, view: lazy(() => import('./Duty.tsx')) },
  ],
  menu: [{ path: '/duties', label: list, icon: ScheduleOutlined, group: 'district', order: 46 }],
};
