import { UserOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const agents: Section = {
  path: 'agents/:name',
  title: 'agents.title',
  icon: UserOutlined,
  right: 'overview',
  place: 'none',
  Page: lazy(() => import('./Page')),
};

export default agents;
