/** How many come, by role and side: a small table of numbers, empty where nobody does. */
import type { VisitPage } from '@hub/contracts';
import forms from '../../../forms/forms.module.css';
import { useT } from '../../../i18n';
import { inputClass } from '../../../ui';
import type { Values } from '../rebase';
import { peopleField, rolesOf, sides } from '../visit-values';
import styles from './visits.module.css';

interface Props {
  page: VisitPage;
  values: Values;
  problem: string | undefined;
  onChange(field: string, value: string): void;
}

export function ParticipantsInput({ page, values, problem, onChange }: Props) {
  const t = useT();
  return (
    <fieldset
      id="visit-participants"
      tabIndex={-1}
      className={forms.group}
      data-wrong={problem !== undefined || undefined}
    >
      <legend>{t('visits.people')}</legend>
      <p className={styles.more}>{t('visits.people_hint')}</p>
      {problem !== undefined && <p className={forms.problem}>{problem}</p>}
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{t('visits.role')}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {t(`side.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rolesOf(page).map((role) => (
            <tr key={role}>
              <th scope="row">{t(`role.${role}`)}</th>
              {sides.map((side) => (
                <td key={side}>
                  <input
                    className={inputClass}
                    type="number"
                    inputMode="numeric"
                    min={0}
                    max={99}
                    aria-label={`${t(`role.${role}`)}, ${t(`side.${side}`)}`}
                    value={values[peopleField(side, role)] ?? ''}
                    onChange={(event) => onChange(peopleField(side, role), event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
