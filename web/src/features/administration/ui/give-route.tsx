/** Giving a person a role: where, which, and from when to when. */
import type { GrantRole, PersonPage, Role } from '@hub/contracts';
import { roleRights } from '@hub/contracts/role-rights';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { inputOf, placeOf, type Values } from '../give-values';
import { useChanged, usePerson } from '../use-care';
import { PersonPath } from './care-path';
import styles from './care.module.css';
import { Choice } from './choice';
import { DayField, PlaceFields } from './give-fields';

export function GiveRoute() {
  const { personId } = useParams('/admin/people/$personId/give');
  const t = useT();
  const { data, error, refetch } = usePerson(personId);
  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('person.loading')} />;
  }
  return (
    <div className={styles.page}>
      <PageHeader path={<PersonPath person={data} />} title={t('give.title', { name: data.name })}>
        {t('person.give')}
      </PageHeader>
      {data.grantable.length > 0 ? (
        <GiveForm key={personId} person={data} />
      ) : (
        <EmptyState title={t('give.nothing')}>{t('admin.none_hint')}</EmptyState>
      )}
    </div>
  );
}

const fields = ['networkId', 'role', 'partnershipId', 'side', 'fromOn', 'lastOn'] as const;

function GiveForm({ person }: { person: PersonPage }) {
  const t = useT();
  const hub = useHub();
  const changed = useChanged();
  const { grantable } = person;
  const form = useForm(fields, () => import('../give.schema'));
  const [values, setValues] = useState<Values>({
    place: grantable.length === 1 ? placeOf(grantable[0]) : '',
    role: '',
    partnershipId: '',
    side: '',
    fromOn: person.today,
    lastOn: '',
  });
  const change = (part: Partial<Values>) => {
    setValues((before) => ({ ...before, ...part }));
    for (const field of fields) form.clear(field);
  };
  const here = grantable.find((one) => placeOf(one) === values.place);
  const params = { personId: person.id };

  const send = (event: FormEvent) => {
    event.preventDefault();
    const input = inputOf(person.id, values);
    void form.submit(input, async () => {
      await hub.call('role.grant', input as GrantRole);
      await changed(person.id);
      announce(t('give.given', { name: person.name }));
      navigate({ to: '/admin/people/$personId', params });
    });
  };
  const labels = {
    networkId: t('give.where'),
    role: t('give.role'),
    partnershipId: t('give.partnership'),
    side: t('give.side'),
    fromOn: t('give.from'),
    lastOn: t('give.last'),
  };
  const problems = fields.map((field) => ({
    fieldId: `give-${field}`,
    label: labels[field],
    text: field === 'role' && form.problem('role') === t('invalid.taken') ? t('give.taken') : form.problem(field),
  }));
  const problem = (field: (typeof fields)[number]) => problems.find(({ fieldId }) => fieldId === `give-${field}`)?.text;

  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary problems={problems} failures={form.failures} />
      <Choice
        id="give-networkId"
        label={labels.networkId}
        problem={problem('networkId')}
        value={values.place}
        choices={[
          ['', t('give.where_choose')],
          ...grantable.map((one) => [placeOf(one), one.network?.name ?? t('term.hub')] as const),
        ]}
        onChange={(place) => change({ place, role: '', partnershipId: '', side: '' })}
      />
      <Choice
        id="give-role"
        label={labels.role}
        problem={problem('role')}
        value={values.role}
        choices={[
          ['', t('give.role_choose')],
          ...(here?.roles ?? []).map((role) => [role, t(`role.${role}`)] as const),
        ]}
        onChange={(role) => change({ role: role as Role | '' })}
      />
      <p>
        <Link to="/roles">{t('give.role_hint')}</Link>
      </p>
      {values.role !== '' && here && (
        <PlaceFields
          held={roleRights[values.role].held}
          here={here}
          values={values}
          problem={problem}
          onChange={change}
        />
      )}
      <DayField
        id="give-fromOn"
        label={labels.fromOn}
        problem={problem('fromOn')}
        value={values.fromOn}
        onChange={(fromOn) => change({ fromOn })}
      />
      <DayField
        id="give-lastOn"
        label={labels.lastOn}
        hint={t('give.last_hint')}
        problem={problem('lastOn')}
        value={values.lastOn}
        onChange={(lastOn) => change({ lastOn })}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('give.now')}
        </Button>
        <Link to="/admin/people/$personId" params={params}>
          {t('admin.cancel')}
        </Link>
      </div>
    </form>
  );
}
