import { SettingOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const account: Section = {
  path: 'account',
  title: 'account.title',
  icon: SettingOutlined,
  right: null,
  place: 'account',
  Page: lazy(() => import('./Page')),
};

export default account;
