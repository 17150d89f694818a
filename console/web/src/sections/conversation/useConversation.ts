import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take, type Schemas } from '../../api/client';

export type Conversation = Schemas['conversation'];
export type Turn = Schemas['turn'];
export type Finding = Schemas['finding'];
export type Comment = Schemas['comment'];
export type Review = Schemas['review'];
export type Peaks = { duration_ms: number; stretch_ms: number; tracks: { speaker: Schemas['speaker']; peaks: number[] }[] };

const at = (id: string) => ({ params: { path: { id } } });
const HOUR = 3_600_000;

export function useConversation(id: string) {
  return useQuery({ queryKey: ['conversation', id], queryFn: () => take(api.GET('/conversations/{id}', at(id))), staleTime: HOUR });
}

export function usePeaks(id: string, wanted: boolean) {
  return useQuery({ queryKey: ['peaks', id], queryFn: () => take(api.GET('/conversations/{id}/peaks', at(id))), staleTime: HOUR, enabled: wanted });
}

export function useContacts(id: string) {
  return useQuery({ queryKey: ['contacts', id], queryFn: () => take(api.GET('/conversations/{id}/contacts', at(id))) });
}

/** The turns before redaction. Asking for them is noted in the audit log, so it happens only when somebody wants it. */
export function useOriginal(id: string, wanted: boolean) {
  return useQuery({ queryKey: ['original', id], queryFn: () => take(api.GET('/conversations/{id}/original', at(id))), enabled: wanted, gcTime: 0 });
}

export function useReviews(id: string) {
  return useQuery({ queryKey: ['reviews', id], queryFn: () => take(api.GET('/conversations/{id}/reviews', at(id))) });
}

export function useReview(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['new_review']) => take(api.POST('/conversations/{id}/reviews', { ...at(id), body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', id] }),
  });
}

export function useComments(id: string) {
  return useQuery({ queryKey: ['comments', id], queryFn: () => take(api.GET('/conversations/{id}/comments', at(id))) });
}

export function useAddComment(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['new_comment']) => take(api.POST('/conversations/{id}/comments', { ...at(id), body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['comments', id] }),
  });
}

/** Other words for a comment, which stays at its place. */
export function useEditComment(id: string, { number, start_ms, end_ms, turn }: Comment) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (words: Pick<Comment, 'text' | 'coaching'>) =>
      take(api.PUT('/comments/{number}', { params: { path: { number } }, body: { ...words, start_ms, ...(end_ms && { end_ms }), turn } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['comments', id] }),
  });
}

export function useDeleteComment(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (number: number) => take(api.DELETE('/comments/{number}', { params: { path: { number } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['comments', id] }),
  });
}

/** Where the words of the search stand in this conversation, as the search itself tells. */
export function useMoments(id: string, q: string) {
  return useQuery({
    queryKey: ['moments', id, q],
    queryFn: () => take(api.GET('/conversations', { params: { query: { q: `(${q}) id:${id}`, limit: 1 } } })),
    enabled: q.trim() !== '',
    staleTime: HOUR,
    retry: false,
  }).data?.hits[0]?.moments;
}
