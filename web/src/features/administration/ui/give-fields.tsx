/** The fields of a role that is given: a day, and what a role of a partnership needs. */
import type { Grantable } from '@hub/contracts';
import type { RoleRights } from '@hub/contracts/role-rights';
import forms from '../../../forms/forms.module.css';
import { useT } from '../../../i18n';
import { Field, inputClass } from '../../../ui';
import styles from './care.module.css';
import { Choice } from './choice';
import type { Values } from '../give-values';

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  problem: string | undefined;
  value: string;
  onChange(value: string): void;
}

export function DayField({ value, onChange, ...field }: FieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="date"
          className={`${inputClass} ${styles.day}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface PlaceProps {
  held: RoleRights['held'];
  here: Grantable;
  values: Values;
  problem(field: 'partnershipId' | 'side'): string | undefined;
  onChange(part: Partial<Values>): void;
}

export function PlaceFields({ held, here, values, problem, onChange }: PlaceProps) {
  const t = useT();
  if (held !== 'side' && held !== 'either') return null;
  const sides = here.partnerships.find(({ id }) => id === values.partnershipId)?.sides ?? [];
  const wrong = problem('side');
  return (
    <>
      <Choice
        id="give-partnershipId"
        label={t('give.partnership')}
        problem={problem('partnershipId')}
        value={values.partnershipId}
        choices={[
          ['', t(held === 'side' ? 'give.partnership_choose' : 'give.partnership_whole')],
          ...here.partnerships.map(({ id, name }) => [id, name] as const),
        ]}
        onChange={(partnershipId) => {
          const open = here.partnerships.find(({ id }) => id === partnershipId)?.sides ?? [];
          onChange({ partnershipId, side: open.length === 1 ? (open[0] ?? '') : '' });
        }}
      />
      {held === 'side' && sides.length > 0 && (
        <fieldset
          className={forms.group}
          data-wrong={wrong !== undefined || undefined}
          aria-describedby={wrong === undefined ? undefined : 'give-side-problem'}
        >
          <legend>{t('give.side')}</legend>
          {wrong !== undefined && (
            <p id="give-side-problem" className={forms.problem}>
              {wrong}
            </p>
          )}
          <div className={styles.sides}>
            {sides.map((side, index) => (
              <label key={side}>
                <input
                  id={index === 0 ? 'give-side' : undefined}
                  type="radio"
                  name="side"
                  value={side}
                  checked={values.side === side}
                  onChange={() => onChange({ side })}
                />
                {t(`side.${side}`)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
