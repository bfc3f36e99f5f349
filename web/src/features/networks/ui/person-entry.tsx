/** A person as others turn to them: who, in what role, and what time it is there. */
import type { DirectoryPerson } from '@hub/contracts';
import { useFormats, useT, type Translate } from '../../../i18n';
import { Avatar, LocalTime } from '../../../ui';
import styles from './person-entry.module.css';
import { WriteTo } from './write-to';

/** Every role once, in the order given; `only` leaves out those outside one partnership. */
export function rolesText(t: Translate, person: DirectoryPerson, only?: { partnershipId: string }): string {
  const roles = person.roles.filter(({ partnership }) => !only || partnership?.id === only.partnershipId);
  return [...new Set((roles.length > 0 ? roles : person.roles).map(({ role }) => t(`role.${role}`)))].join(', ');
}

interface Props {
  person: DirectoryPerson;
  /** The network in which the reader meets them. */
  networkSlug: string;
  partnershipId?: string;
}

export function PersonEntry({ person, networkSlug, partnershipId }: Props) {
  const t = useT();
  const { languageName, list } = useFormats();
  const { localGovernment } = person;
  return (
    <div className={styles.person}>
      <Avatar initials={person.initials} />
      <div className={styles.about}>
        <p className={styles.name}>{person.name}</p>
        <p className={styles.role}>{rolesText(t, person, partnershipId ? { partnershipId } : undefined)}</p>
        <p className={styles.more}>
          <LocalTime zone={person.timeZone} place={localGovernment?.name} />
          {person.languages.length > 0 && <span>{list(person.languages.map(languageName))}</span>}
        </p>
        <p className={styles.ways}>
          <WriteTo person={person} networkSlug={networkSlug} />
          {person.email !== null && <a href={`mailto:${person.email}`}>{person.email}</a>}
        </p>
      </div>
    </div>
  );
}
