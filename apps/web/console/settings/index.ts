import { SettingOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { ConsoleManifest } from '#packages/console-kit';
import { text } from '#packages/kernel';

const settings = text('设置与关于', 'Settings');

/** What belongs to the installation as a whole and to no module. */
export const settingsConsole: ConsoleManifest = {
  module: 'platform',
  screens: [{ path: '/settings', title: settings, view: lazy(() => import('./Settings.tsx')) }],
  menu: [{ path: '/settings', label: settings, icon: SettingOutlined, group: 'system', order: 20 }],
};
