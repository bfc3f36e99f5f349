/** What the form of a question holds, and what the hub takes of it. */
import type { Input, QuestionPage } from '@hub/contracts';

export type QuestionField =
  'id' | 'partnershipSlug' | 'title' | 'body' | 'language' | 'summary' | 'tagIds' | 'visibility';
export type QuestionValues = Record<QuestionField, string>;

/** On nobody's behalf, told apart from not having chosen yet. */
export const alone = '-';

export const idsIn = (kept: string): string[] => (kept === '' ? [] : kept.split(' '));
export const idsOf = (ids: readonly string[]): string => ids.join(' ');

export function valuesOf(page: QuestionPage): QuestionValues {
  const { id, partnership, title, body, language, summary, tags, visibility } = page;
  return {
    id,
    partnershipSlug: partnership?.slug ?? alone,
    title,
    body,
    language,
    summary,
    tagIds: idsOf(tags.map((tag) => tag.id)),
    visibility,
  };
}

/** What is chosen nowhere yet is missing, not wrong. */
export function askedOf(values: QuestionValues, networkSlug: string, messageId: string | null): Input<'question.ask'> {
  const { id, partnershipSlug, title, body, language, tagIds, visibility } = values;
  return {
    id,
    networkSlug,
    partnershipSlug: partnershipSlug === alone ? null : partnershipSlug || (undefined as never),
    title,
    body,
    language,
    summary: summaryOf(values),
    tagIds: idsIn(tagIds),
    visibility: visibility as QuestionPage['visibility'],
    messageId,
  };
}

/** Only what was changed since the form was begun, from the version that is looked at. */
export function changeOf(
  values: QuestionValues,
  base: QuestionValues,
  baseVersion: number,
): Input<'question.change'> | undefined {
  const { id: questionId, title, body, language, tagIds, visibility } = values;
  const differs = (field: QuestionField) => values[field] !== base[field];
  const change = {
    ...(differs('title') && { title }),
    ...(differs('body') && { body }),
    ...(differs('language') && { language }),
    ...(summaryOf(values) !== base.summary && { summary: summaryOf(values) }),
    ...(differs('tagIds') && { tagIds: idsIn(tagIds) }),
    ...(differs('visibility') && { visibility: visibility as QuestionPage['visibility'] }),
  };
  return Object.keys(change).length > 0 ? { questionId, baseVersion, ...change } : undefined;
}

/** A summary in English is of a question in another language. */
function summaryOf({ language, summary }: QuestionValues): string {
  return isEnglish(language) ? '' : summary;
}

export function isEnglish(language: string): boolean {
  return language === 'en' || language.startsWith('en-');
}

/** Which of the fields somebody else changed meanwhile. */
export function changedBetween(before: QuestionValues, now: QuestionValues): QuestionField[] {
  return (Object.keys(now) as QuestionField[]).filter((field) => before[field] !== now[field]);
}
