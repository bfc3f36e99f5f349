/** One role of a person: moving its last day, and ending it today. */
import { Failure } from '@hub/contracts/failure';
import type { PersonPage } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { lastOn } from '../last-day';
import { useChanged, usePerson } from '../use-care';
import { PersonPath } from './care-path';
import styles from './care.module.css';
import { DayField } from './give-fields';
import { ReasonForm } from './reason-form';
import { TermTime, TermWhere } from './term-text';

type Term = PersonPage['terms'][number];

export function RoleRoute() {
  const { personId, membershipId } = useParams('/admin/people/$personId/roles/$membershipId');
  const t = useT();
  const { data, error, refetch } = usePerson(personId);
  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('person.loading')} />;
  }
  const term = data.terms.find(({ id }) => id === membershipId);
  if (!term) return <Failed page error={new Failure('NOT_FOUND', 'No such role.')} />;
  const role = t(`role.${term.role}`);
  return (
    <div className={styles.page}>
      <PageHeader
        path={<PersonPath person={data} />}
        lead={
          <p>
            <TermWhere term={term} />
            <TermTime term={term} />
          </p>
        }
      >
        {t('role_change.title', { role, name: data.name })}
      </PageHeader>
      {term.mayChange ? (
        <Change key={membershipId} person={data} term={term} />
      ) : (
        <EmptyState title={t('role_change.not_yours')}>{t('role_change.not_yours_hint')}</EmptyState>
      )}
    </div>
  );
}

function Change({ person, term }: { person: PersonPage; term: Term }) {
  const t = useT();
  const hub = useHub();
  const changed = useChanged();
  const params = { personId: person.id };
  const done = async (said: string) => {
    await changed(person.id);
    announce(said);
    navigate({ to: '/admin/people/$personId', params });
  };
  const explain = (error: unknown) =>
    term.role === 'administrator' &&
    error instanceof Failure &&
    error.code === 'FORBIDDEN' &&
    error.details.confirm === undefined
      ? t('role_change.last_administrator')
      : undefined;
  return (
    <>
      <h2>{t('role_change.last_heading')}</h2>
      <LastDay personId={person.id} term={term} explain={explain} onDone={() => done(t('role_change.saved'))} />
      <section className={styles.section} aria-labelledby="end">
        <h2 id="end">{t('role_change.end_heading')}</h2>
        <p>{t('role_change.end_text', { name: person.name })}</p>
        <ReasonForm
          label={t('role_change.reason')}
          hint={t('role_change.reason_hint')}
          name={t('role_change.end_now')}
          danger
          explain={explain}
          send={async (reason) => {
            await hub.call('role.end', { membershipId: term.id, reason });
            await done(t('role_change.ended'));
          }}
        />
      </section>
    </>
  );
}

interface LastDayProps {
  personId: string;
  term: Term;
  explain(error: unknown): string | undefined;
  onDone(): Promise<void>;
}

function LastDay({ personId, term, explain, onDone }: LastDayProps) {
  const t = useT();
  const hub = useHub();
  const [last, setLast] = useState(lastOn(term) ?? '');
  const form = useForm(['lastOn'], () => import('../role-change.schema'));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const input = { lastOn: last === '' ? null : last };
    void form.submit(input, async () => {
      await hub.call('role.change', { membershipId: term.id, ...input });
      await onDone();
    });
  };
  const problem = form.problem('lastOn');
  const explained = form.refused === undefined ? undefined : explain(form.refused);
  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary
        problems={[{ fieldId: 'role-lastOn', label: t('give.last'), text: problem }]}
        failures={form.failures}
      />
      <DayField
        id="role-lastOn"
        label={t('give.last')}
        hint={t('give.last_hint')}
        problem={problem}
        value={last}
        onChange={(value) => {
          setLast(value);
          form.clear('lastOn');
        }}
      />
      {explained !== undefined && (
        <p role="alert" className={styles.notice}>
          {explained}
        </p>
      )}
      {form.refused !== undefined && explained === undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('role_change.save')}
        </Button>
        <Link to="/admin/people/$personId" params={{ personId }}>
          {t('admin.cancel')}
        </Link>
      </div>
    </form>
  );
}
