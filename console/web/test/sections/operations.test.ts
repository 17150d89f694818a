import { describe, expect, it } from 'vitest';
import { retryAll } from '../../src/sections/operations/retrying';
import { matching } from '../../src/sections/operations/settings';

describe('retrying several', () => {
  it('goes on after a refused one and tells which it was', async () => {
    const steps: number[] = [];
    const retry = async (id: string) => {
      if (id === 'b') throw new Error('gone');
    };
    const { waiting, refused } = await retryAll(['a', 'b', 'c'], retry, (done) => steps.push(done));
    expect([waiting, refused.map(({ id }) => id), steps]).toEqual([2, ['b'], [1, 2, 3]]);
  });
});

describe('settings', () => {
  const settings = [
    { key: 'index.url', value: '', line: 0 },
    { key: 'index.password', value: '••••', line: 19 },
    { key: 'sources.recordings.folder', value: '/srv/Index', line: 34 },
  ];

  it('are found by all words in name and value', () => {
    expect(matching(settings, 'INDEX', false)).toHaveLength(3);
    expect(matching(settings, 'index folder', false).map(({ line }) => line)).toEqual([34]);
  });

  it('that a file sets can be shown alone', () => {
    expect(matching(settings, '', true).map(({ line }) => line)).toEqual([19, 34]);
  });
});
