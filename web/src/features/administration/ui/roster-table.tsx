/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table laid out as a list on a phone would lose its roles unless they are spelled out */
/** People with a row for each of their roles; on a phone each person becomes a card. */
import type { PeopleList } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import styles from './roster-table.module.css';
import { TermTime, TermWhere } from './term-text';

type Listed = PeopleList['found'][number];

export function RosterTable({ people }: { people: readonly Listed[] }) {
  const t = useT();
  return (
    <table className={styles.table} role="table" aria-label={t('admin.people')}>
      <thead role="rowgroup">
        <tr role="row">
          {(['person', 'role', 'where', 'time'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`roster.col_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {people.map((person) => (
        <Person key={person.id} person={person} />
      ))}
    </table>
  );
}

function Person({ person }: { person: Listed }) {
  const t = useT();
  const [first, ...others] = person.terms;
  return (
    <tbody role="rowgroup">
      <tr role="row">
        <th role="rowheader" scope="rowgroup" rowSpan={Math.max(1, person.terms.length)}>
          <Link to="/admin/people/$personId" params={{ personId: person.id }} className={styles.name}>
            {person.name}
          </Link>
          <span className={styles.more}>{person.title}</span>
          {person.email !== null && <span className={styles.more}>{person.email}</span>}
          {person.disabledAt !== null && <span className={styles.closed}>{t('roster.closed')}</span>}
        </th>
        {first ? (
          <Term term={first} />
        ) : (
          <td role="cell" colSpan={3} className={styles.none}>
            {t('roster.no_role')}
          </td>
        )}
      </tr>
      {others.map((term) => (
        <tr key={term.id} role="row">
          <Term term={term} />
        </tr>
      ))}
    </tbody>
  );
}

function Term({ term }: { term: Listed['terms'][number] }) {
  const t = useT();
  return (
    <>
      <td role="cell" className={styles.role}>
        {t(`role.${term.role}`)}
      </td>
      <td role="cell">
        <TermWhere term={term} />
      </td>
      <td role="cell">
        <TermTime term={term} />
      </td>
    </>
  );
}
