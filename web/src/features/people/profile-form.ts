/** The profile as a form: its schema arrives when the form is first checked, not with the page. */
import { Failure } from '@hub/contracts/failure';
import type { Profile, ProfileChange, WrongField } from '@hub/contracts';
import type { FieldErrors, Resolver } from 'react-hook-form';
import { withTexts, type Translate } from '../../i18n';

export type ProfileForm = Required<ProfileChange>;

export const fieldOrder = [
  'name',
  'initials',
  'title',
  'emailVisible',
  'languages',
  'timeZone',
  'locale',
  'theme',
  'lowData',
] as const satisfies readonly (keyof ProfileForm)[];

export function formOf(profile: Profile): ProfileForm {
  const { name, initials, title, emailVisible, languages, timeZone, locale, theme, lowData } = profile;
  return { name, initials, title, emailVisible, languages, timeZone, locale, theme, lowData };
}

/** Checks with the same schema as the hub, so that both say the same. */
export const checkProfile: Resolver<ProfileForm> = async (values) => {
  // Compiling checks to code at run time is what the content security policy forbids; schemas ask when they are made.
  (await import('zod/v4/core')).config({ jitless: true });
  const { ProfileChange: schema, wrongFields } = await withTexts('invalid', import('./profile.schema'));
  const checked = schema.required().safeParse(values);
  return checked.success
    ? { values: checked.data, errors: {} }
    : { values: {}, errors: problemsOf(wrongFields(checked.error)) as FieldErrors<ProfileForm> };
};

/** What the hub refused, by field; none where it names no field of this form. */
export function refusedFields(error: unknown): WrongField[] {
  const fields = error instanceof Failure ? (error.details.fields ?? []) : [];
  return fields.filter(({ path }) => fieldOf(path) !== undefined);
}

/** The form's field that a path in the input belongs to: `languages.2` is in `languages`. */
export function fieldOf(path: string): keyof ProfileForm | undefined {
  const [first] = path.split('.');
  return fieldOrder.find((field) => field === first);
}

/** A wrong field as the form keeps it, so that it is worded anew when the reader changes language. */
type Problems = Partial<Record<keyof ProfileForm, { type: WrongField['problem']; message: string }>>;

export function problemsOf(fields: readonly WrongField[]): Problems {
  const problems: Problems = {};
  for (const wrong of fields) {
    const field = fieldOf(wrong.path);
    if (field) problems[field] ??= { type: wrong.problem, message: String(wrong.bound ?? '') };
  }
  return problems;
}

/** What is wrong with a field, in the reader's words. */
export function problemText(
  t: Translate,
  errors: FieldErrors<ProfileForm>,
  field: keyof ProfileForm,
): string | undefined {
  const error = errors[field] as { type?: string; message?: string } | undefined;
  if (!error) return undefined;
  return t(`invalid.${error.type as WrongField['problem']}`, { bound: Number(error.message) });
}
