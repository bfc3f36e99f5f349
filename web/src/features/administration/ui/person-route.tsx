/** A person: their roles now and before, and their account. */
import type { PersonPage } from '@hub/contracts';
import { gives } from '@hub/contracts/role-rights';
import { useFormats, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { buttonClass, Failed, Loading, PageHeader } from '../../../ui';
import { useProfile } from '../../session';
import { usePerson } from '../use-care';
import { CarePath } from './care-path';
import styles from './care.module.css';
import { placeText, TermTime, TermWhere } from './term-text';

export function PersonRoute() {
  const { personId } = useParams('/admin/people/$personId');
  const t = useT();
  const { data, error, refetch } = usePerson(personId);
  if (data) return <Person key={personId} person={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('person.loading')} />;
}

function Person({ person }: { person: PersonPage }) {
  const t = useT();
  const { full } = useFormats();
  const readsTrail = useProfile().memberships.some(({ role }) => gives(role, 'trail') || gives(role, 'own_trail'));
  const now = person.terms.filter(({ over }) => !over);
  const before = person.terms.filter(({ over }) => over);
  const params = { personId: person.id };
  return (
    <div className={styles.page}>
      <PageHeader
        path={
          <CarePath>
            <Link to="/admin/people">{t('admin.people')}</Link>
          </CarePath>
        }
        lead={person.title}
      >
        {person.name}
      </PageHeader>
      {person.disabledAt !== null && (
        <p className={styles.notice}>{t('person.closed', { at: full(person.disabledAt) })}</p>
      )}
      <h2 id="roles-now">{t('person.now')}</h2>
      {now.length === 0 ? (
        <p className={styles.muted}>{t('person.no_roles')}</p>
      ) : (
        <Terms person={person} terms={now} />
      )}
      {person.grantable.length > 0 && (
        <p>
          <Link to="/admin/people/$personId/give" params={params} className={buttonClass('primary')}>
            {t('person.give')}
          </Link>
        </p>
      )}
      {before.length > 0 && (
        <section className={styles.section} aria-labelledby="roles-before">
          <h2 id="roles-before">{t('person.before')}</h2>
          <Terms person={person} terms={before} />
        </section>
      )}
      <section className={styles.section} aria-labelledby="account">
        <h2 id="account">{t('person.account')}</h2>
        <p>
          {t('person.email')}: {person.email ?? <span className={styles.muted}>{t('person.email_hidden')}</span>}
        </p>
        {person.mayAdminister && (
          <Link to="/admin/people/$personId/account" params={params} className={buttonClass()}>
            {t('person.account_change')}
          </Link>
        )}
        {person.mayAdminister && (
          <Link to="/people/$personId/sessions" params={params}>
            {t('person.sessions')}
          </Link>
        )}
        {readsTrail && (
          <Link to="/admin/audit" search={{ about: person.id }}>
            {t('person.trail', { name: person.name })}
          </Link>
        )}
      </section>
    </div>
  );
}

function Terms({ person, terms }: { person: PersonPage; terms: PersonPage['terms'] }) {
  const t = useT();
  return (
    <ul className={styles.terms}>
      {terms.map((term) => (
        <li key={term.id} className={styles.term}>
          <div>
            <span className={styles.role}>{t(`role.${term.role}`)}</span>
            <TermWhere term={term} />
            <TermTime term={term} />
          </div>
          {term.mayChange && (
            <Link
              to="/admin/people/$personId/roles/$membershipId"
              params={{ personId: person.id, membershipId: term.id }}
              className={buttonClass()}
              aria-label={t('person.change_role_of', { role: t(`role.${term.role}`), place: placeText(t, term) })}
            >
              {t('person.change_role')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
