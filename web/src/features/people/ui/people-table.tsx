/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table laid out as a list on a phone would lose its roles unless they are spelled out */
/** People in rows; on a phone each row becomes an entry of a list. */
import type { DirectoryPerson } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar, useNow } from '../../../ui';
import { WriteTo } from '../../networks';
import styles from './people-table.module.css';

interface Props {
  people: readonly DirectoryPerson[];
  network: { slug: string; name: string };
}

export function PeopleTable({ people, network }: Props) {
  const t = useT();
  return (
    <table className={styles.table} role="table" aria-label={t('people.title', { network: network.name })}>
      <thead role="rowgroup">
        <tr role="row">
          {(['name', 'role', 'place', 'languages'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`people.col_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((person) => (
          <Row key={person.id} person={person} networkSlug={network.slug} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person, networkSlug }: { person: DirectoryPerson; networkSlug: string }) {
  const t = useT();
  const { languageName, countryName, time, zoneCity } = useFormats();
  const { localGovernment, timeZone } = person;
  const clock = t('time.in_place', {
    time: time(useNow(), timeZone),
    place: localGovernment?.name ?? zoneCity(timeZone),
  });
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <div className={styles.person}>
          <Avatar initials={person.initials} />
          <span className={styles.who}>
            <span className={styles.name}>{person.name}</span>
            <span className={styles.more}>{person.title}</span>
            <span className={styles.ways}>
              <WriteTo person={person} networkSlug={networkSlug} />
              {person.email !== null && (
                <a href={`mailto:${person.email}`} aria-label={t('people.mail_to', { name: person.name })}>
                  {person.email}
                </a>
              )}
            </span>
          </span>
        </div>
      </th>
      <td role="cell">
        <ul>
          {person.roles.map(({ role, partnership }) => (
            <li key={`${role}-${partnership?.id}`}>
              {t(`role.${role}`)}
              {partnership && (
                <Link
                  to="/p/$partnershipSlug"
                  params={{ partnershipSlug: partnership.slug }}
                  className={styles.partnership}
                >
                  {partnership.name}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </td>
      <td role="cell">
        {clock}
        {localGovernment && <span className={styles.more}>{countryName(localGovernment.country)}</span>}
      </td>
      <td role="cell" className={styles.languages}>
        {person.languages.map(languageName).join(', ')}
      </td>
    </tr>
  );
}
