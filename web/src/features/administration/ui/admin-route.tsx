/** The start page of the administration: every page of it that the reader has use for. */
import type { Role } from '@hub/contracts';
import { gives, roleRights } from '@hub/contracts/role-rights';
import { useT, type MessageId } from '../../../i18n';
import { Link } from '../../../router';
import { EmptyState, PageHeader } from '../../../ui';
import { useProfile } from '../../session';
import styles from './care.module.css';

interface Entry {
  to:
    | '/admin/people'
    | '/admin/networks'
    | '/admin/invitations'
    | '/admin/letters'
    | '/admin/jobs'
    | '/admin/requests'
    | '/admin/audit'
    | '/roles';
  name: MessageId;
  about: MessageId;
  /** Whom it is for. */
  isFor(role: Role): boolean;
}

/** A new page of the administration is one more entry here. */
const entries: readonly Entry[] = [
  {
    to: '/admin/people',
    name: 'admin.people',
    about: 'admin.people_about',
    isFor: (role) => roleRights[role].grants.length > 0,
  },
  {
    to: '/admin/networks',
    name: 'admin.networks',
    about: 'admin.networks_about',
    isFor: (role) => role === 'administrator',
  },
  {
    to: '/admin/invitations',
    name: 'admin.invitations',
    about: 'admin.invitations_about',
    isFor: (role) => roleRights[role].grants.length > 0,
  },
  {
    to: '/admin/letters',
    name: 'admin.letters',
    about: 'admin.letters_about',
    isFor: (role) => role === 'administrator',
  },
  {
    to: '/admin/jobs',
    name: 'admin.jobs',
    about: 'admin.jobs_about',
    isFor: (role) => role === 'administrator',
  },
  {
    to: '/admin/requests',
    name: 'admin.requests',
    about: 'admin.requests_about',
    isFor: (role) => role === 'administrator',
  },
  {
    to: '/admin/audit',
    name: 'admin.trail',
    about: 'admin.trail_about',
    isFor: (role) => gives(role, 'trail') || gives(role, 'own_trail'),
  },
  {
    to: '/roles',
    name: 'admin.roles',
    about: 'admin.roles_about',
    isFor: (role) => roleRights[role].grants.length > 0,
  },
];

export function AdminRoute() {
  const t = useT();
  const { memberships } = useProfile();
  const own = entries.filter(({ isFor }) => memberships.some(({ role }) => isFor(role)));
  if (own.length === 0)
    return (
      <>
        <PageHeader>{t('admin.title')}</PageHeader>
        <EmptyState title={t('admin.none')}>{t('admin.none_hint')}</EmptyState>
      </>
    );
  return (
    <div className={styles.page}>
      <PageHeader lead={t('admin.lead')}>{t('admin.title')}</PageHeader>
      <ul className={styles.links}>
        {own.map(({ to, name, about }) => (
          <li key={to}>
            <Link to={to}>{t(name)}</Link>
            <p className={styles.about}>{t(about)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
