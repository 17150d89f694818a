import { DashboardOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const operations: Section = {
  path: 'operations',
  title: 'operations.title',
  icon: DashboardOutlined,
  right: 'operate',
  place: 'navigation',
  key: 'p',
  Page: lazy(() => import('./Page')),
};

export default operations;
