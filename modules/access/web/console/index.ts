import { ApartmentOutlined, IdcardOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { ConsoleManifest } from '#packages/console-kit';
import { text } from '#packages/kernel';
import type { Person } from '../../contract.ts';
import { canSeePeople, isStaff } from '../../core/policy.ts';

export { isStaff } from '../../core/policy.ts';
export { SecondFactorGate } from './account/SecondFactorGate.tsx';
export { actorOf, useMe } from './me.ts';
export { auth } from './sign-in/auth.ts';
export { SignIn } from './sign-in/SignIn.tsx';

const seesPeople = (actor: object) => canSeePeople(actor as Person);
const worksHere = (actor: object) => isStaff(actor as Person);

const people = text('人员与角色', 'People and roles');
const organisations = text('单位', 'Organisations');
const roles = text('角色说明', 'What roles are for');
const account = text('我的账号', 'My account');

export const accessConsole: ConsoleManifest = {
  module: 'access',
  screens: [
    { path: '/people', title: people, view: lazy(() => import('./people/People.tsx')), may: seesPeople },
    { path: '/organisations', title: organisations, view: lazy(() => import('./people/Organisations.tsx')) },
    { path: '/roles', title: roles, view: lazy(() => import('./people/Roles.tsx')) },
    { path: '/account', title: account, view: lazy(() => import('./account/Account.tsx')) },
  ],
  menu: [
    { path: '/people', label: people, icon: TeamOutlined, group: 'district', order: 20, may: seesPeople },
    {
      path: '/organisations',
      label: organisations,
      icon: ApartmentOutlined,
      group: 'district',
      order: 30,
      may: worksHere,
    },
    { path: '/roles', label: roles, icon: IdcardOutlined, group: 'district', order: 40, may: worksHere },
    { path: '/account', label: account, icon: UserOutlined, group: 'system', order: 10 },
  ],
};
