import { describe, expect, it } from '@jest/globals';
import { alone, askedOf, changedBetween, changeOf, type QuestionValues } from './question-values';

const begun: QuestionValues = {
  id: 'q',
  partnershipSlug: 'vaxjo-kitwe',
  title: 'Who pays for tree care?',
  body: 'In years two and three.',
  language: 'en',
  summary: '',
  tagIds: 'a b',
  visibility: 'network',
};

describe('the form of a question', () => {
  it('asks on behalf of a partnership, of nobody, or says that it was not chosen', () => {
    expect(askedOf(begun, 'climate', null)).toMatchObject({ partnershipSlug: 'vaxjo-kitwe', tagIds: ['a', 'b'] });
    expect(askedOf({ ...begun, partnershipSlug: alone, tagIds: '' }, 'climate', 'm')).toMatchObject({
      partnershipSlug: null,
      tagIds: [],
      messageId: 'm',
    });
    expect(askedOf({ ...begun, partnershipSlug: '' }, 'climate', null).partnershipSlug).toBeUndefined();
  });

  it('leaves out a summary in English of what is English already', () => {
    const spanish = { ...begun, language: 'es', summary: 'Who pays?' };
    expect(askedOf(spanish, 'climate', null).summary).toBe('Who pays?');
    expect(askedOf({ ...spanish, language: 'en-GB' }, 'climate', null).summary).toBe('');
  });

  it('changes only what was changed in it', () => {
    expect(changeOf(begun, begun, 3)).toBeUndefined();
    expect(changeOf({ ...begun, title: 'Who cares for trees?', tagIds: '' }, begun, 3)).toEqual({
      questionId: 'q',
      baseVersion: 3,
      title: 'Who cares for trees?',
      tagIds: [],
    });
  });

  it('tells what somebody else changed', () => {
    expect(changedBetween(begun, { ...begun, body: 'And then?' })).toEqual(['body']);
  });
});
