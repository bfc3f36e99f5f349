/** Saying that one is away: the days, and who answers meanwhile. */
import { gives } from '@hub/contracts/role-rights';
import { useQueries } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import { filled } from '../../../forms/filled';
import forms from '../../../forms/forms.module.css';
import { Choice, Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useCollator, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { dayAt } from '../../../local-day';
import { Button, Failed, useNow } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { checkBy } from '../check-by';
import { useReload } from '../use-questions';
import styles from './form.module.css';

const begin = () => ({ id: uuid(), fromOn: '', untilOn: '', standInId: '' });

export function AwayForm() {
  const t = useT();
  const hub = useHub();
  const reload = useReload();
  const { timeZone } = useProfile();
  const colleagues = useColleagues();
  const [values, setValues] = useState(begin);
  const form = useForm(['fromOn', 'untilOn', 'standInId'], checkBy('away'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const today = dayAt(useNow(), timeZone);
  const change = (field: 'fromOn' | 'untilOn' | 'standInId') => (value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    form.clear(field);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const { id, fromOn, untilOn, standInId } = values;
    const input = { id, fromOn, untilOn, standInId: standInId === '' ? null : standInId };
    void form.submit(filled(input), async () => {
      await hub.call('away.add', input);
      await reload('away');
      announce(t('questions.saved'));
      setValues(begin());
      document.getElementById('periods')?.focus();
    });
  };
  return (
    <section aria-labelledby="away-new">
      <form ref={box} noValidate className={styles.form} onSubmit={add}>
        <h2 id="away-new">{t('questions.away_new')}</h2>
        <div className={styles.days}>
          <Line
            id="away-from"
            type="date"
            min={today}
            label={t('questions.away_from')}
            problem={form.problem('fromOn')}
            value={values.fromOn}
            onChange={change('fromOn')}
          />
          <Line
            id="away-until"
            type="date"
            min={values.fromOn || today}
            label={t('questions.away_until')}
            problem={form.problem('untilOn')}
            value={values.untilOn}
            onChange={change('untilOn')}
          />
        </div>
        {colleagues.length > 0 && (
          <Choice
            id="away-stand-in"
            label={t('questions.away_who')}
            hint={t('questions.away_who_hint')}
            required={false}
            problem={form.problem('standInId')}
            value={values.standInId}
            onChange={change('standInId')}
          >
            <option value="">{t('questions.away_who_none')}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {form.refused !== undefined && <Failed error={form.refused} />}
        <div className={forms.actions}>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('questions.away_add')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Those who answer questions in a network in which the reader does. */
function useColleagues(): { id: string; name: string }[] {
  const { id: readerId, memberships } = useProfile();
  const cache = useNetworkCache();
  const collator = useCollator();
  const slugs = memberships.flatMap(({ role, network }) =>
    network && gives(role, 'answer_questions') ? [network.slug] : [],
  );
  const directories = useQueries({ queries: [...new Set(slugs)].map((slug) => cache.directory(slug)) });
  const people = directories
    .flatMap(({ data }) => data?.people ?? [])
    .filter(({ id, roles }) => id !== readerId && roles.some(({ role }) => gives(role, 'answer_questions')));
  return [...new Map(people.map(({ id, name }) => [id, { id, name }])).values()].sort((a, b) =>
    collator.compare(a.name, b.name),
  );
}
