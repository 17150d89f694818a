import account from './account';
import agents from './agents';
import audit from './audit';
import conversation from './conversation';
import operations from './operations';
import overview from './overview';
import search from './search';
import type { Section } from './section';
import uploads from './uploads';
import users from './users';

/** All sections, in the order of the navigation. The first one that a user may open is the user's home. */
export const SECTIONS: Section[] = [overview, search, conversation, agents, uploads, operations, users, audit, account];
