import conversation from './conversation';
import search from './search';
import type { Section } from './section';

/** All sections, in the order of the navigation. The first one that a user may open is the user's home. */
export const SECTIONS: Section[] = [search, conversation];
