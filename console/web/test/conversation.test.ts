import { describe, expect, it } from 'vitest';
import type { Schemas } from '../src/api/client';
import { clock, fineClock } from '../src/i18n/formats';
import { movedTo, ticks, zoomed } from '../src/sections/conversation/axis';
import { notesOf } from '../src/sections/conversation/notes';
import { Player } from '../src/sections/conversation/Player';
import { spansOf, termsOf } from '../src/sections/conversation/terms';
import { gaps, lastBegun, momentOf, placed, spokenWords, wordAt } from '../src/sections/conversation/words';

type Turn = Schemas['turn'];

function turn(index: number, text: string, startMs: number, words: [string, number, number][]): Turn {
  return {
    turn: index, speaker: index % 2 ? 'customer' : 'agent', start_ms: startMs, end_ms: words.at(-1)?.[2] ?? startMs, text, confidence: 1, speaker_confidence: 1,
    words: words.map(([word, start, end]) => ({ text: word, start_ms: start, end_ms: end, confidence: 1 })),
  };
}

const hello = turn(0, 'the card is [CARD] the one', 1000, [['the', 1000, 1200], ['card', 1200, 1500], ['is', 1500, 1600], ['four', 1700, 2000], ['the', 2500, 2600], ['one', 2600, 3000]]);
const answer = turn(1, '退款还没到', 2550, [['退款', 2550, 2900], ['还没', 2900, 3200], ['到', 3200, 3400]]);

describe('words', () => {
  it('are found in the text, one after the other', () =>
    expect(placed(hello).map(({ start, end }) => hello.text.slice(start, end))).toEqual(['the', 'card', 'is', 'the', 'one']));
  it('are put in the order in which they are said, whoever says them', () => {
    const all = spokenWords([hello, answer]);
    expect(all.map((word) => word.startMs)).toEqual([1000, 1200, 1500, 2500, 2550, 2600, 2900, 3200]);
  });
  it('are looked up by their moment, and linger a little', () => {
    const all = spokenWords([hello]);
    expect(wordAt(all, 1250)?.start).toBe(4);
    expect(wordAt(all, 1900)?.start).toBe(9);
    expect(wordAt(all, 2200)).toBeUndefined();
    expect(wordAt(all, 0)).toBeUndefined();
  });
  it('give the moment of a character', () => {
    expect(momentOf(hello, 5)).toBe(1200);
    expect(momentOf(turn(2, 'typed', 700, []), 3)).toBe(700);
  });
  it('are found quickly among many', () => {
    const many = Array.from({ length: 12_000 }, (_, i) => i * 300);
    expect(lastBegun(many, 3_000_100, (ms) => ms)).toBe(10_000);
    expect(lastBegun([], 5, (ms: number) => ms)).toBe(-1);
  });
});

describe('silences', () => {
  it('lie between all turns, at the start and at the end', () =>
    expect(gaps([hello, answer], 9000, 1000)).toEqual([{ from: 0, to: 1000 }, { from: 3400, to: 9000 }]));
  it('are none where another one still speaks', () =>
    expect(gaps([turn(0, 'a', 0, [['a', 0, 5000]]), turn(1, 'b', 1000, [['b', 1000, 2000]]), turn(2, 'c', 5500, [['c', 5500, 6000]])], 6000, 1000)).toEqual([]));
});

describe('terms of a query', () => {
  it('are not its operators', () => {
    expect(termsOf('refund near/5 late THEN sorry')).toEqual(['refund', 'late', 'sorry']);
    expect(termsOf('(speaker:customer refund) then (speaker:agent sorry) within 5 turns')).toEqual(['refund', 'sorry']);
    expect(termsOf('refund then late')).toEqual(['refund', 'then', 'late']);
  });
  it('are its words and phrases', () => expect(termsOf('refund OR "money back" AND (late)')).toEqual(['money back', 'refund', 'late']));
  it('are not its fields, meanings and what must be absent', () =>
    expect(termsOf('speaker:customer ~"wants to leave" refund* NOT "thank you" -hello agent:"Bo Li" 退款')).toEqual(['refund', '退款']));
  it('are found with their endings, but not inside of words', () => {
    expect(spansOf('Refunds and refunded, prerefund', ['refund']).map(({ start, end }) => [start, end])).toEqual([[0, 7], [12, 20]]);
    expect(spansOf('我要退款，退款单', ['退款'])).toHaveLength(2);
    expect(spansOf('a+b (c)', ['a+b'])).toHaveLength(1);
  });
});

describe('the axis', () => {
  const whole = { from: 0, to: 60_000 };
  it('zooms around a moment and stays within', () => {
    expect(zoomed(whole, 60_000, 0.5, 30_000)).toEqual({ from: 15_000, to: 45_000 });
    expect(zoomed({ from: 15_000, to: 45_000 }, 60_000, 4, 30_000)).toEqual(whole);
    expect(zoomed(whole, 60_000, 0.0001, 0)).toEqual({ from: 0, to: 4000 });
  });
  it('pages to its ends', () => expect(movedTo({ from: 0, to: 20_000 }, 60_000, 99_000)).toEqual({ from: 40_000, to: 60_000 }));
  it('has round moments that do not crowd', () => {
    expect(ticks(whole, 400)).toEqual([0, 15_000, 30_000, 45_000, 60_000]);
    expect(ticks({ from: 0, to: 5_400_000 }, 900).length).toBeLessThan(11);
  });
});

describe('the player', () => {
  const player = () => new Player(60_000, [], undefined, { speed: 1 });
  it('goes to moments within the conversation and tells of it', () => {
    const told: number[] = [];
    const one = player();
    one.onMove((ms) => told.push(ms));
    one.seek(99_000);
    one.seek(-5);
    expect(told).toEqual([0, 60_000, 0]);
  });
  it('goes faster and slower by steps, within its limits', () => {
    const one = player();
    one.faster(1);
    expect(one.state.speed).toBe(1.25);
    one.faster(99);
    expect(one.state.speed).toBe(3);
    one.faster(-99);
    expect(one.state.speed).toBe(0.5);
  });
});

describe('notes in the margin', () => {
  const finding = (kind: string, name: string, at: number) => ({ kind, name, turn: at, start: 0, end: 1, confidence: 0.9 });
  const facts = {
    reasons: [], promises: [{ evidence: finding('promise', 'agent', 2), term: '', due: '' }], next_steps: [], repeat_contacts: [], escalations: [],
    resolution: { outcome: 'unknown' as const, by: 'nobody' as const, confidence: 0, evidence: [] }, entities: [finding('amount', '40', 2)],
    questions: [{ evidence: finding('question', '', 1), answers: [finding('answer', '', 2)] }], acts: [finding('act', 'promise', 2), finding('act', 'apology', 2), finding('act', 'greeting', 0)],
  };
  it('are what matters, each once', () => {
    const notes = notesOf({ findings: [finding('emotion', 'anger', 1), finding('emotion', 'neutral', 2), finding('silence', '', 1), finding('emotion', 'anger', 1)], facts });
    expect([...notes].map(([at, found]) => [at, found.map(({ kind, name }) => `${kind} ${name}`)])).toEqual([
      [1, ['emotion anger']],
      [2, ['promise agent', 'act apology']],
    ]);
  });
});

describe('moments', () => {
  it('are written as clocks', () => expect([clock(0), clock(63_900), clock(3_729_000), clock(-5)]).toEqual(['0:00', '1:03', '1:02:09', '0:00']));
  it('are written to the tenth', () => expect(fineClock(63_970)).toBe('1:03.9'));
});
