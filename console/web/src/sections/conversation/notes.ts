import type { Conversation, Finding } from './useConversation';

/** A word in the margin of a turn: what was found there, and in which characters. */
export interface Note {
  kind: string;
  name: string;
  turn: number;
  start: number;
  end: number;
  confidence: number;
}

// What is told elsewhere, or says nothing of a single turn.
const ELSEWHERE = new Set(['keyword', 'summary', 'silence', 'overlap', 'answer', 'reason', 'resolution']);
const ENTITIES = new Set(['amount', 'date', 'time', 'duration', 'percent', 'quantity', 'ordinal', 'number', 'digits', 'product', 'order']);
const PLAIN_ACTS = new Set(['greeting', 'closing', 'information', 'question', 'identification', 'agreement', 'thanks']);

/** The findings of a conversation by turn, each once, in the order of their evidence. */
export function notesOf(conversation: Pick<Conversation, 'findings' | 'facts'>): Map<number, Note[]> {
  const { facts } = conversation;
  const all: Finding[] = [
    ...conversation.findings,
    ...facts.promises.map((promise) => promise.evidence),
    ...facts.next_steps,
    ...facts.repeat_contacts,
    ...facts.escalations,
    ...facts.questions.filter((question) => !question.answers.length).map((question) => question.evidence),
    ...facts.acts,
  ];
  const byTurn = new Map<number, Note[]>();
  const seen = new Set<string>();
  for (const { kind, name, turn, start, end, confidence } of all) {
    if (ELSEWHERE.has(kind) || ENTITIES.has(kind) || (kind === 'emotion' && name === 'neutral')) continue;
    if (kind === 'act' && (PLAIN_ACTS.has(name) || facts.promises.some((promise) => name === 'promise' && promise.evidence.turn === turn))) continue;
    const what = kind === 'act' ? name : kind;
    const key = kind === 'act' || !name ? `${turn} ${what}` : `${turn} ${what} ${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    byTurn.set(turn, [...(byTurn.get(turn) ?? []), { kind, name, turn, start, end, confidence }]);
  }
  byTurn.forEach((notes) => notes.sort((a, b) => a.start - b.start));
  return byTurn;
}
