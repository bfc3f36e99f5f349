/** Somebody's account, for administrators: correcting it, closing it at once, and opening it again. */
import type { PersonPage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Field, inputClass, Loading, PageHeader } from '../../../ui';
import { useChanged, usePerson } from '../use-care';
import { PersonPath } from './care-path';
import styles from './care.module.css';
import { ReasonForm } from './reason-form';

export function AccountRoute() {
  const { personId } = useParams('/admin/people/$personId/account');
  const t = useT();
  const { data, error, refetch } = usePerson(personId);
  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('person.loading')} />;
  }
  return (
    <div className={styles.page}>
      <PageHeader path={<PersonPath person={data} />}>{t('account.title', { name: data.name })}</PageHeader>
      {data.mayAdminister ? (
        <Account key={personId} person={data} />
      ) : (
        <EmptyState title={t('account.not_yours')}>{t('account.not_yours_hint')}</EmptyState>
      )}
    </div>
  );
}

function Account({ person }: { person: PersonPage }) {
  const t = useT();
  const hub = useHub();
  const changed = useChanged();
  const { id: personId, name } = person;
  const done = async (said: string) => {
    await changed(personId);
    announce(said);
    navigate({ to: '/admin/people/$personId', params: { personId } });
  };
  const open = person.disabledAt === null;
  return (
    <>
      <h2>{t('account.correct')}</h2>
      <CorrectForm person={person} onDone={() => done(t('account.saved'))} />
      <section className={styles.section} aria-labelledby="closing">
        <h2 id="closing">{t(open ? 'account.close' : 'account.open')}</h2>
        <p>{t(open ? 'account.close_text' : 'account.open_text', { name })}</p>
        <ReasonForm
          key={String(open)}
          label={t('account.reason')}
          hint={t('role_change.reason_hint')}
          name={t(open ? 'account.close' : 'account.open')}
          danger={open}
          explain={(error) =>
            open && error instanceof Failure && error.code === 'FORBIDDEN' && error.details.confirm === undefined
              ? t('role_change.last_administrator')
              : undefined
          }
          send={async (reason) => {
            await hub.call(open ? 'person.disable' : 'person.enable', { personId, reason });
            await done(t(open ? 'account.closed' : 'account.opened'));
          }}
        />
      </section>
    </>
  );
}

const fields = ['name', 'title', 'email'] as const;
const labels = { name: 'account.name', title: 'account.work_title', email: 'account.email' } as const;

function CorrectForm({ person, onDone }: { person: PersonPage; onDone(): Promise<void> }) {
  const t = useT();
  const hub = useHub();
  const form = useForm(fields, () => import('../account-change.schema'));
  const [values, setValues] = useState(() => ({
    name: person.name,
    title: person.title,
    email: person.email ?? '',
  }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(values, async () => {
      await hub.call('person.change', { personId: person.id, ...values });
      await onDone();
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={save}>
      <ProblemSummary
        problems={fields.map((field) => ({
          fieldId: `account-${field}`,
          label: t(labels[field]),
          text: form.problem(field),
        }))}
        failures={form.failures}
      />
      {fields.map((field) => (
        <Field
          key={field}
          id={`account-${field}`}
          label={t(labels[field])}
          hint={field === 'email' ? t('account.email_hint') : undefined}
          problem={form.problem(field)}
        >
          {(control) => (
            <input
              {...control}
              type={field === 'email' ? 'email' : 'text'}
              className={inputClass}
              autoComplete="off"
              value={values[field]}
              onChange={(event) => {
                setValues((before) => ({ ...before, [field]: event.target.value }));
                form.clear(field);
              }}
            />
          )}
        </Field>
      ))}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('account.save')}
        </Button>
        <Link to="/admin/people/$personId" params={{ personId: person.id }}>
          {t('admin.cancel')}
        </Link>
      </div>
    </form>
  );
}
