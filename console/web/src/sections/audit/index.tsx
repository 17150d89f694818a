import { AuditOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const audit: Section = {
  path: 'audit',
  title: 'audit.title',
  icon: AuditOutlined,
  right: 'administer',
  place: 'navigation',
  key: 'l',
  Page: lazy(() => import('./Page')),
};

export default audit;
