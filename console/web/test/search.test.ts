import { describe, expect, it } from 'vitest';
import { addressOf, csvName } from '../src/parts/download';
import { cut } from '../src/parts/marked';
import { conversationAddress, neighbour, placeOf, turned, type Walk } from '../src/parts/walk';
import { chosenColumns, nextSort, COLUMNS } from '../src/sections/search/columns';
import { midnight, zoneDay, zoneDayStart } from '../src/sections/search/days';
import { conditions, isNarrowed, limited, offsetOf, readSearch, sortOf, toggle, writeSearch } from '../src/sections/search/search';

const read = (text: string) => readSearch(new URLSearchParams(text));

describe('the address of a search', () => {
  it('says all of it, and reads back the same', () => {
    const address =
      'q=refund+late&period=7d&agent=Maya&agent=Bo+Li&emotion=anger&score_from=0&score_to=40&duration_from=300000&sort=-duration&page=3&sample=20&seed=7';
    expect(writeSearch(read(address))).toBe(new URLSearchParams(address).toString().replace('agent=Maya&agent=Bo+Li', 'agent=Maya&agent=Bo+Li'));
    expect(read(writeSearch(read(address)))).toEqual(read(address));
  });
  it('keeps Chinese and signs', () => expect(read(writeSearch({ ...read(''), q: '"退款" OR ~"a & b"' })).q).toBe('"退款" OR ~"a & b"'));
  it('forgets what makes no sense', () =>
    expect(read('period=ages&from=yesterday&score_from=x&sort=chance&page=-4&agent=')).toEqual(read('')));
  it('is empty for everything', () => {
    expect(writeSearch(read(''))).toBe('');
    expect(isNarrowed(read('sort=-score'))).toBe(false);
    expect(isNarrowed(read('agent=Maya'))).toBe(true);
  });
});

describe('a search', () => {
  it('takes a value in and out, and begins at the first page', () => {
    const once = toggle(read('page=4'), 'agent', 'Maya');
    expect(once.values).toEqual({ agent: ['Maya'] });
    expect(once.page).toBe(1);
    expect(toggle(once, 'agent', 'Maya').values).toEqual({});
  });
  it('takes limits away', () => expect(limited(read('score_from=1&score_to=9'), { score_from: undefined, score_to: undefined }).ranges).toEqual({}));
  it('lists the best first where words rank, else the newest', () => {
    expect(sortOf(read('q=refund'))).toBe('relevance');
    expect(sortOf(read(''))).toBe('-started_at');
    expect(sortOf(read('q=x&sort=score'))).toBe('score');
  });
  it('never pages beyond what the API allows', () => expect(offsetOf(read('page=9999'))).toBe(9875));
});

describe('periods', () => {
  const now = new Date('2026-03-04T02:30:00Z');
  it('begin at midnight of the time zone', () => {
    expect(conditions(read('period=today'), 'Asia/Shanghai', now)).toMatchObject({ from: '2026-03-03T16:00:00.000Z' });
    expect(conditions(read('period=today'), 'America/New_York', now)).toMatchObject({ from: '2026-03-03T05:00:00.000Z' });
  });
  it('end yesterday at today’s midnight', () =>
    expect(conditions(read('period=yesterday'), 'UTC', now)).toMatchObject({ from: '2026-03-03T00:00:00.000Z', to: '2026-03-04T00:00:00.000Z' }));
  it('count today as one of their days', () => expect(zoneDayStart(now, 'UTC', -6)).toBe(conditions(read('period=7d'), 'UTC', now).from));
  it('go over the days when clocks change', () => {
    expect(midnight(2026, 3, 29, 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(midnight(2026, 3, 30, 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
  });
  it('know the day of an instant', () => expect(zoneDay('2026-03-03T20:00:00Z', 'Asia/Shanghai')).toBe('2026-03-04'));
});

describe('columns', () => {
  it('always begin with the way in', () => expect(chosenColumns(['score']).map((column) => column.key)).toEqual(['started_at', 'score']));
  it('sort by a click, and the other way by the next', () => {
    const duration = COLUMNS.find((column) => column.key === 'duration')!;
    expect(nextSort(duration, 'relevance')).toBe('-duration');
    expect(nextSort(duration, '-duration')).toBe('duration');
  });
});

describe('downloads', () => {
  it('are named by day and words', () => {
    expect(csvName('refund "too late"!', '2026-03-04')).toBe('earshot-2026-03-04-refund-too-late.csv');
    expect(csvName('退款', '2026-03-04')).toBe('earshot-2026-03-04-退款.csv');
    expect(csvName('', '2026-03-04')).toBe('earshot-2026-03-04.csv');
  });
  it('repeat the names of lists', () => expect(addressOf('/conversations.csv', { q: undefined, agent: ['a', 'b&c'] })).toBe('/api/v1/conversations.csv?agent=a&agent=b%26c'));
});

describe('the way through a list', () => {
  const walk: Walk = { ids: ['a', 'b'], back: '/search', review: true };
  it('goes to the neighbours and ends at the ends', () => expect([neighbour(walk, 'a', 1), neighbour(walk, 'b', 1), neighbour(walk, 'x', 1)]).toEqual(['b', undefined, undefined]));
  const second: Walk = { ids: ['c', 'd'], back: '/search?q=refund&page=2', review: false, page: { query: { q: 'refund' }, offset: 2, limit: 2, total: 5 } };
  it('counts over the pages of the whole list', () => expect([placeOf(walk, 'b'), placeOf(second, 'c'), placeOf(second, 'x')]).toEqual([{ at: 2, of: 2 }, { at: 3, of: 5 }, undefined]));
  it('goes back to the page that it has come to', () =>
    expect([turned(second, 4, ['e'], 5), turned(second, 0, ['a', 'b'], 5)].map(({ back }) => back)).toEqual(['/search?q=refund&page=3', '/search?q=refund']));
  it('has addresses with moments', () => {
    expect(conversationAddress('abc', { ms: 83_440, q: 'refund late' })).toBe('/c/abc?t=83.4&q=refund+late');
    expect(conversationAddress('abc', { turn: 4 })).toBe('/c/abc?turn=4');
    expect(conversationAddress('abc')).toBe('/c/abc');
  });
});

describe('marked words', () => {
  it('are cut out of the text, once where they overlap', () =>
    expect(cut('a refund late', [{ start: 9, end: 13 }, { start: 2, end: 8 }, { start: 4, end: 8 }])).toEqual([
      { text: 'a ', marked: false },
      { text: 'refund', marked: true },
      { text: ' ', marked: false },
      { text: 'late', marked: true },
    ]));
});
