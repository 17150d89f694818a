import { useNavigate } from 'react-router';
import { api, take } from '../api/client';
import { conversationAddress, neighbour, placeOf, turned, type Walk } from './walk';

/** Goes through the list that a conversation was opened from, over the ends of its pages. */
export function useStep(walk: Walk | undefined, id: string, q: string) {
  const navigate = useNavigate();
  const place = placeOf(walk, id);
  const can = (by: 1 | -1) => place !== undefined && place.at + by >= 1 && place.at + by <= place.of;
  const go = async (by: 1 | -1) => {
    if (!walk || !can(by)) return;
    const near = neighbour(walk, id, by);
    const on = near ? walk : await turn(walk, by);
    const next = near ?? on.ids.at(by > 0 ? 0 : -1);
    if (next) void navigate(conversationAddress(next, { q }), { state: { walk: on } });
  };
  return { place, can, go: (by: 1 | -1) => void go(by) };
}

async function turn(walk: Walk, by: 1 | -1): Promise<Walk> {
  const { query, limit, offset: before } = walk.page!;
  const offset = Math.max(0, before + by * limit);
  const page = await take(api.GET('/conversations', { params: { query: { ...query, offset, limit } } }));
  return turned(
    walk,
    offset,
    page.hits.map((hit) => hit.conversation.id),
    page.total,
  );
}
