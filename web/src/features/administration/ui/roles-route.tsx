/** What each role gives: the one table that the hub's own rules ask, in words. */
import type { Role } from '@hub/contracts';
import { roleRights } from '@hub/contracts/role-rights';
import { roles } from '@hub/contracts/roles';
import { useT } from '../../../i18n';
import { PageHeader } from '../../../ui';
import styles from './roles-route.module.css';

export function RolesRoute() {
  const t = useT();
  return (
    <div className={styles.page}>
      <PageHeader lead={t('roles.lead')}>{t('admin.roles')}</PageHeader>
      {roles.map((role) => (
        <RoleSection key={role} role={role} />
      ))}
    </div>
  );
}

function RoleSection({ role }: { role: Role }) {
  const t = useT();
  const { held, gives, channels, grants } = roleRights[role];
  const names = (some: readonly Role[]) => some.map((one) => t(`role.${one}`));
  // No role opens a conversation of two.
  const kinds = channels.flatMap((kind) => (kind === 'direct' ? [] : [t(`roles.kind.${kind}`)]));
  return (
    <section className={styles.role} aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`}>{t(`role.${role}`)}</h2>
      <p className={styles.held}>{t(`roles.held.${held}`)}</p>
      <dl className={styles.facts}>
        <Fact name={t('roles.may')} items={gives.map((right) => t(`right.${right}`))} />
        <Fact name={t('roles.channels')} items={held === 'hub' ? [t('roles.channels_hub')] : kinds} />
        {grants.length > 0 && <Fact name={t('roles.grants')} items={names(grants)} />}
        <Fact name={t('roles.given_by')} items={names(roles.filter((one) => roleRights[one].grants.includes(role)))} />
      </dl>
    </section>
  );
}

function Fact({ name, items }: { name: string; items: readonly string[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}
