import type { ComponentType, LazyExoticComponent } from 'react';
import type { Right } from '../api/client';

/** One part of the console. A folder under `sections` holds all of it: this description, its pages, its words. */
export interface Section {
  /** Route of React Router, such as `search` or `c/:id`. */
  path: string;
  /** Id of the message with its title. */
  title: string;
  icon: ComponentType;
  /** Without it the section is neither shown nor opened; null: everybody has it. */
  right: Right | null;
  /** Where the way to it stands: in the navigation, in the account menu, or nowhere. */
  place: 'navigation' | 'account' | 'none';
  /** The letter that, pressed after g, goes there. */
  key?: string;
  Page: LazyExoticComponent<ComponentType>;
}
