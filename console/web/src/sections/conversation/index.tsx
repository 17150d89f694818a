import { AudioOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Section } from '../section';

const conversation: Section = {
  path: 'c/:id',
  title: 'conversation.title',
  icon: AudioOutlined,
  right: 'search',
  place: 'none',
  Page: lazy(() => import('./Page')),
};

export default conversation;
