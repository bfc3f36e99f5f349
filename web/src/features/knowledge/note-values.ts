/** What a form of a note holds, and what the hub is given of it. */
import type { NoteBeginning, NoteDraft, NotePage } from '@hub/contracts';
import { givenOf, keptOf, sourcesIn, writtenOf } from '../questions/forms';

export type NoteField = 'title' | 'body' | 'language' | 'sources' | 'tagIds' | 'reviewOn';
type NoteValues = Record<NoteField, string>;

/** The same day a year later; the last of February stays in its month. */
export function inAYear(today: string): string {
  const [year = '', month = '', day = ''] = today.split('-');
  return `${Number(year) + 1}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}

export function beginningValues(of: NoteBeginning, today: string): NoteValues {
  const { question, body, language, sources, tagIds } = of;
  return {
    title: question.title,
    body,
    language,
    sources: keptOf(writtenOf(sources)),
    tagIds: tagIds.join(' '),
    reviewOn: inAYear(today),
  };
}

export function valuesOf({ title, body, language, sources, tags, reviewOn }: NotePage): NoteValues {
  return {
    title,
    body,
    language,
    sources: keptOf(writtenOf(sources)),
    tagIds: tags.map(({ id }) => id).join(' '),
    reviewOn,
  };
}

export const idsIn = (kept: string): string[] => kept.split(' ').filter(Boolean);

export function draftOf({ title, body, language, sources, tagIds, reviewOn }: NoteValues): NoteDraft {
  return { title, body, language, sources: givenOf(sourcesIn(sources)), tagIds: idsIn(tagIds), reviewOn };
}
