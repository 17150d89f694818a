import { AreaChartOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const overview: Section = {
  path: 'overview',
  title: 'overview.title',
  icon: AreaChartOutlined,
  right: 'overview',
  place: 'navigation',
  key: 'o',
  Page: lazy(() => import('./Page')),
};

export default overview;
