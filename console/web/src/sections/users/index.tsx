import { TeamOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const users: Section = {
  path: 'users',
  title: 'users.title',
  icon: TeamOutlined,
  right: 'administer',
  place: 'navigation',
  key: 'a',
  Page: lazy(() => import('./Page')),
};

export default users;
