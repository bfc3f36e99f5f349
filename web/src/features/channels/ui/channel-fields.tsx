/** The fields that a channel has from its first day and that can be changed later. */
import { useT } from '../../../i18n';
import forms from '../../../forms/forms.module.css';
import type { FormState } from '../../../forms/use-form';
import { Field, inputClass } from '../../../ui';

export interface ChannelText {
  name: string;
  purpose: string;
  sensitive: boolean;
}

interface Props {
  value: ChannelText;
  form: FormState<'name' | 'purpose'>;
  onChange(part: Partial<ChannelText>): void;
}

export function ChannelFields({ value, form, onChange }: Props) {
  const t = useT();
  return (
    <>
      <Field id="channel-name" label={t('rooms.name')} hint={t('rooms.name_hint')} problem={form.problem('name')}>
        {(control) => (
          <input
            {...control}
            className={inputClass}
            autoComplete="off"
            aria-required
            value={value.name}
            onChange={(event) => {
              onChange({ name: event.target.value });
              form.clear('name');
            }}
          />
        )}
      </Field>
      <Field
        id="channel-purpose"
        label={t('rooms.purpose')}
        hint={t('rooms.purpose_hint')}
        problem={form.problem('purpose')}
      >
        {(control) => (
          <textarea
            {...control}
            className={forms.text}
            rows={3}
            value={value.purpose}
            onChange={(event) => {
              onChange({ purpose: event.target.value });
              form.clear('purpose');
            }}
          />
        )}
      </Field>
      <label className={forms.choice}>
        <input
          type="checkbox"
          checked={value.sensitive}
          aria-describedby="channel-sensitive-hint"
          onChange={(event) => onChange({ sensitive: event.target.checked })}
        />
        <span className={forms.choiceName}>{t('rooms.sensitive_label')}</span>
        <span id="channel-sensitive-hint" className={forms.choiceText}>
          {t('rooms.sensitive_hint')}
        </span>
      </label>
    </>
  );
}

export function useChannelProblems(form: FormState<'name' | 'purpose'>) {
  const t = useT();
  return [
    { fieldId: 'channel-name', label: t('rooms.name'), text: form.problem('name') },
    { fieldId: 'channel-purpose', label: t('rooms.purpose'), text: form.problem('purpose') },
  ];
}
