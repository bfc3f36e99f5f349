import { describe, expect, it } from '@jest/globals';
import { Drafts, editOf, emptyDraft, type DraftStorage } from './drafts';

function memory(): DraftStorage & { size(): number } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
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

  it('keeps whom it answers, also before the first letter', () => {
    const storage = memory();
    const answering = { ...emptyDraft, answers: { id: 'm1', author: 'Amara Banda', excerpt: 'Which well?' } };
    new Drafts(() => storage, 'a').write('t1', answering);
    expect(new Drafts(() => storage, 'a').read('t1')).toEqual(answering);
  });

  it('is counted where it holds text, and forgotten with all others of its writer', () => {
    const storage = memory();
    const drafts = new Drafts(() => storage, 'a');
    drafts.write('t1', draft);
    drafts.write(editOf('m1'), { ...draft, version: 2 });
    drafts.write('t2', { ...emptyDraft, answers: { id: 'm1', author: 'Amara Banda', excerpt: '' } });
    new Drafts(() => storage, 'b').write('t1', draft);
    expect(drafts.begun()).toBe(2);
    drafts.forget();
    expect(drafts.begun()).toBe(0);
    expect(storage.size()).toBe(1);
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
    for (const stored of [
      '{',
      '"text"',
      '{"text":1,"chosen":{}}',
      '{"text":"a","chosen":null}',
      '{"text":"a","chosen":{},"answers":{}}',
    ]) {
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
