import { describe, expect, it } from 'vitest';
import { endOf, standing } from '../../src/sections/users/expiry';
import { uploadSources } from '../../src/sections/users/uploadSources';

describe('the sources of a token', () => {
  it('are those that take uploads', () => {
    const sources = [
      { name: 'recorder', kind: 'sftp' },
      { name: 'dialler', kind: 'upload' },
      { name: 'crm', kind: 'upload' },
    ];
    expect(uploadSources(sources)).toEqual(['crm', 'dialler']);
  });
});

describe('the end of a token', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  it('lies so many days ahead', () => {
    expect(endOf(90, now)).toBe('2027-02-20T12:00:00.000Z');
  });

  it('is told two weeks before', () => {
    expect(standing(endOf(15, now), now)).toBe('valid');
    expect(standing(endOf(14, now), now)).toBe('soon');
    expect(standing('2026-11-22T12:00:00Z', now)).toBe('expired');
  });
});
