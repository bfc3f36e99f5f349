import { describe, expect, it } from '@jest/globals';
import type { DraftStorage } from '../drafts';
import { FormDrafts } from './form-drafts';

function memory(): DraftStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe('a form that was begun', () => {
  const begun = { base: { lessons: '' }, values: { lessons: 'Bring spare parts.' } };

  it('comes back as it was left, to its writer only', () => {
    const storage = memory();
    new FormDrafts(() => storage, 'a').write('visit:1', begun);
    expect(new FormDrafts(() => storage, 'a').read('visit:1')).toEqual(begun);
    expect(new FormDrafts(() => storage, 'a').read('visit:2')).toBeUndefined();
    expect(new FormDrafts(() => storage, 'b').read('visit:1')).toBeUndefined();
  });

  it('leaves nothing once everything in it is as it was', () => {
    const storage = memory();
    const drafts = new FormDrafts(() => storage, 'a');
    drafts.write('visit:1', begun);
    drafts.write('visit:1', { base: { lessons: '' }, values: { lessons: '', people: '' } });
    expect(storage.length).toBe(0);
  });

  it('is counted, and forgotten with all others of its writer', () => {
    const storage = memory();
    const drafts = new FormDrafts(() => storage, 'a');
    drafts.write('visit:1', begun);
    drafts.write('visit:2', begun);
    new FormDrafts(() => storage, 'b').write('visit:1', begun);
    expect(drafts.begun()).toBe(2);
    drafts.forget();
    expect(drafts.begun()).toBe(0);
    expect(storage.length).toBe(1);
  });

  it('is nothing where storage holds something else or refuses', () => {
    const storage = memory();
    for (const stored of ['{', '"text"', '{"base":{}}', '{"base":{},"values":{"lessons":1}}']) {
      storage.setItem('form:a:visit:1', stored);
      expect(new FormDrafts(() => storage, 'a').read('visit:1')).toBeUndefined();
    }
    const refuses = new FormDrafts(() => {
      throw new Error('denied');
    }, 'a');
    expect(refuses.read('visit:1')).toBeUndefined();
    expect(() => refuses.write('visit:1', begun)).not.toThrow();
    expect(refuses.begun()).toBe(0);
  });
});
