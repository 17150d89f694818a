import { CloudUploadOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const uploads: Section = {
  path: 'uploads',
  title: 'uploads.title',
  icon: CloudUploadOutlined,
  right: 'upload',
  place: 'navigation',
  key: 'u',
  Page: lazy(() => import('./Page')),
};

export default uploads;
