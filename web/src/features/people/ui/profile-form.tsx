/** The form of one's profile. Whatever goes wrong, what was filled in stays. */
import type { ColourTheme, Locale, Profile } from '@hub/contracts';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { announce } from '../../../a11y';
import { ProblemSummary } from '../../../forms/problem-summary';
import { localeNames, useLocale, useT, type MessageId } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Field, inputClass } from '../../../ui';
import { profileChanged } from '../../session';
import {
  checkProfile,
  fieldOrder,
  formOf,
  problemsOf,
  problemText,
  refusedFields,
  type ProfileForm as Form,
} from '../profile-form';
import { LanguagesField } from './languages-field';
import styles from './profile.module.css';
import { TimeZoneField } from './time-zone-field';

const themes: readonly ColourTheme[] = ['system', 'light', 'dark'];

const labels: Record<keyof Form, MessageId> = {
  name: 'profile.name',
  initials: 'profile.initials',
  title: 'profile.work_title',
  emailVisible: 'profile.email_visible',
  languages: 'profile.languages',
  timeZone: 'profile.time_zone',
  locale: 'profile.locale',
  theme: 'profile.theme',
  lowData: 'profile.low_data',
};

export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useT();
  const hub = useHub();
  const [refused, setRefused] = useState<unknown>();
  const [saved, setSaved] = useState(false);
  const {
    register,
    handleSubmit,
    control: form,
    setError,
    setValue,
    reset,
    formState,
  } = useForm<Form>({
    // A visitor to the demonstration may be reading in another language than the person's own.
    defaultValues: { ...formOf(profile), locale: useLocale() },
    resolver: checkProfile,
    shouldFocusError: false,
    reValidateMode: 'onChange',
  });
  const [languages, timeZone] = useWatch({ control: form, name: ['languages', 'timeZone'] });
  const { errors, isSubmitting, submitCount, isDirty } = formState;
  const problem = (field: keyof Form) => problemText(t, errors, field);

  // Every try that fails leads to the summary, also the second with the same faults.
  const failures = !isSubmitting && Object.keys(errors).length > 0 ? submitCount : 0;
  const problems = fieldOrder.map((field) => ({
    fieldId: `profile-${field}`,
    label: t(labels[field]),
    text: problem(field),
  }));

  const save = async (form: Form) => {
    setRefused(undefined);
    setSaved(false);
    try {
      const changed = await hub.call('profile.change', form);
      await profileChanged(changed);
      reset(formOf(changed));
      setSaved(true);
      announce(t('profile.saved'));
    } catch (error) {
      const fields = Object.entries(problemsOf(refusedFields(error))) as [keyof Form, { message: string }][];
      for (const [field, wrong] of fields) setError(field, wrong);
      if (fields.length === 0) setRefused(error);
    }
  };

  return (
    <form noValidate className={styles.form} onSubmit={(event) => void handleSubmit(save)(event)}>
      <ProblemSummary problems={problems} failures={failures} />

      <fieldset className={styles.group}>
        <legend>{t('profile.you_heading')}</legend>
        <Field id="profile-name" label={t('profile.name')} problem={problem('name')}>
          {(control) => <input {...control} {...register('name')} className={inputClass} autoComplete="name" />}
        </Field>
        <Field
          id="profile-initials"
          label={t('profile.initials')}
          hint={t('profile.initials_hint')}
          problem={problem('initials')}
        >
          {(control) => (
            <input
              {...control}
              {...register('initials')}
              className={`${inputClass} ${styles.short}`}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          id="profile-title"
          label={t('profile.work_title')}
          hint={t('profile.work_title_hint')}
          problem={problem('title')}
        >
          {(control) => (
            <input {...control} {...register('title')} className={inputClass} autoComplete="organization-title" />
          )}
        </Field>
        <div>
          <p className={styles.label}>{t('profile.email')}</p>
          <p className={styles.hint}>{t('profile.email_hint', { email: profile.email })}</p>
          <Check
            id="profile-emailVisible"
            label={t('profile.email_visible')}
            hint={t('profile.email_visible_hint')}
            {...register('emailVisible')}
          />
        </div>
        <LanguagesField
          value={languages}
          problem={problem('languages')}
          onChange={(languages) =>
            setValue('languages', languages, { shouldDirty: true, shouldValidate: submitCount > 0 })
          }
        />
      </fieldset>

      <fieldset className={styles.group}>
        <legend>{t('profile.place_heading')}</legend>
        <TimeZoneField
          value={timeZone}
          problem={problem('timeZone')}
          onChange={(zone) => setValue('timeZone', zone, { shouldDirty: true, shouldValidate: submitCount > 0 })}
        />
        <Field id="profile-locale" label={t('profile.locale')} problem={problem('locale')}>
          {(control) => (
            <select {...control} {...register('locale')} className={`${inputClass} ${styles.medium}`}>
              {(Object.keys(localeNames) as Locale[]).map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {localeNames[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset id="profile-theme" className={styles.choices}>
          <legend>{t('profile.theme')}</legend>
          {themes.map((theme) => (
            <label key={theme} className={styles.choice}>
              <input type="radio" value={theme} {...register('theme')} />
              {t(`profile.theme.${theme}`)}
            </label>
          ))}
        </fieldset>
        <Check
          id="profile-lowData"
          label={t('profile.low_data')}
          hint={t('profile.low_data_hint')}
          {...register('lowData')}
        />
      </fieldset>

      <div className={styles.end}>
        {refused !== undefined && (
          <div>
            <Failed error={refused} />
            <p className={styles.hint}>{t('profile.not_saved')}</p>
          </div>
        )}
        <div className={styles.save}>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {t(isSubmitting ? 'profile.saving' : 'profile.save')}
          </Button>
          {saved && !isDirty && <span className={styles.saved}>{t('profile.saved')}</span>}
        </div>
      </div>
    </form>
  );
}

type CheckProps = { id: string; label: string; hint: string } & ReturnType<
  ReturnType<typeof useForm<Form>>['register']
>;

function Check({ id, label, hint, ...input }: CheckProps) {
  return (
    <div className={styles.check}>
      <input id={id} type="checkbox" aria-describedby={`${id}-hint`} {...input} />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      </div>
    </div>
  );
}
