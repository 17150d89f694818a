import { describe, expect, it } from 'vitest';
import { match, stroke, type Binding } from '../src/keys/binding';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  stroke({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('a stroke', () => {
  it('is named by its key', () => expect([press(' '), press('J'), press('j'), press('ArrowLeft')]).toEqual(['Space', 'j', 'j', 'ArrowLeft']));
  it('names Shift for letters and named keys', () => {
    expect(press('N', { shiftKey: true })).toBe('Shift+n');
    expect(press('ArrowLeft', { shiftKey: true })).toBe('Shift+ArrowLeft');
  });
  it('leaves signs as they are, however they are typed', () => expect(press('?', { shiftKey: true })).toBe('?'));
  it('leaves the browser its own', () => expect([press('f', { ctrlKey: true }), press('r', { metaKey: true }), press('Shift')]).toEqual(['', '', '']));
  it('is none while an input method works', () => expect(press('Process')).toBe(''));
});

describe('bindings', () => {
  const binding = (keys: string | string[]): Binding => ({ keys, text: 'x', run: () => {} });
  const play = binding(['Space', 'k']);
  const search = binding('g s');
  it('answer to each of their keys', () => expect(match([play], '', 'k')).toBe(play));
  it('wait for the second key', () => {
    expect(match([play, search], '', 'g')).toBe('prefix');
    expect(match([play, search], 'g', 's')).toBe(search);
  });
  it('do not answer to others', () => expect(match([play, search], '', 's')).toBeUndefined());
  it('of the screen go before those of the frame', () => {
    const screen = binding('k');
    expect(match([play, screen], '', 'k')).toBe(screen);
  });
});
