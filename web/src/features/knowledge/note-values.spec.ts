import { describe, expect, it } from '@jest/globals';
import { beginningValues, draftOf, inAYear } from './note-values';

describe('a form of a note', () => {
  it('begins with the answer, and a look at it in a year', () => {
    const begun = beginningValues(
      {
        network: { slug: 'climate', name: 'Climate' },
        question: { id: 'q', title: 'Who pays for tree care?' },
        body: 'The school.',
        language: 'en',
        sources: [{ title: 'Register', url: null }],
        tagIds: ['a', 'b'],
        noteNumber: null,
      },
      '2026-11-30',
    );
    expect(draftOf(begun)).toEqual({
      title: 'Who pays for tree care?',
      body: 'The school.',
      language: 'en',
      sources: [{ title: 'Register', url: null }],
      tagIds: ['a', 'b'],
      reviewOn: '2027-11-30',
    });
  });

  it('knows that a year after a leap day is no leap day', () => {
    expect(inAYear('2028-02-29')).toBe('2029-02-28');
    expect(inAYear('2026-02-28')).toBe('2027-02-28');
  });
});
