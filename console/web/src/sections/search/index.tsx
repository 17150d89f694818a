import { SearchOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const search: Section = {
  path: 'search',
  title: 'search.title',
  icon: SearchOutlined,
  right: 'search',
  place: 'navigation',
  Page: lazy(() => import('./Page')),
};

export default search;
