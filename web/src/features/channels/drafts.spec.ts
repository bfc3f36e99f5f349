import { describe, expect, it } from '@jest/globals';
import { Drafts, emptyDraft, type DraftStorage } from './drafts';

function memory(): DraftStorage & { size(): number } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    size: () => kept.size,
  };
}

describe('a draft', () => {
  const draft = { text: 'Dear @Amara Banda', chosen: { 'Amara Banda': 'a' }, language: 'en' };

  it('comes back as it was left, to its writer and conversation only', () => {
    const storage = memory();
    new Drafts(() => storage, 'a').write('t1', draft);
    expect(new Drafts(() => storage, 'a').read('t1')).toEqual(draft);
    expect(new Drafts(() => storage, 'a').read('t2')).toEqual(emptyDraft);
    expect(new Drafts(() => storage, 'b').read('t1')).toEqual(emptyDraft);
  });

  it('leaves nothing behind when it is emptied', () => {
    const storage = memory();
    const drafts = new Drafts(() => storage, 'a');
    drafts.write('t1', { ...emptyDraft, title: 'Title first' });
    expect(storage.size()).toBe(1);
    drafts.write('t1', emptyDraft);
    expect(storage.size()).toBe(0);
  });

  it('is empty where storage holds something else or refuses', () => {
    const storage = memory();
    for (const stored of ['{', '"text"', '{"text":1,"chosen":{}}', '{"text":"a","chosen":null}']) {
      storage.setItem('draft:a:t1', stored);
      expect(new Drafts(() => storage, 'a').read('t1')).toEqual(emptyDraft);
    }
    const refuses = new Drafts(() => {
      throw new Error('denied');
    }, 'a');
    expect(refuses.read('t1')).toEqual(emptyDraft);
    expect(refuses.write('t1', draft)).toBe(false);
  });
});
