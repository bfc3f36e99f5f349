/** What is wrong in a list, or in one of its lines, in words. */
import type { CsvFault } from '@hub/contracts';
import { useT } from '../../../i18n';
import styles from './invitations.module.css';

export function FaultList({ faults }: { faults: readonly CsvFault[] }) {
  const t = useT();
  return (
    <ul className={styles.faults}>
      {faults.map(({ column, problem, value }) => (
        <li key={`${column} ${problem} ${value}`}>
          {column && <strong>{t(`invitations.column_${column}`)}: </strong>}
          {t(`invitations.problem.${problem}`)} {value !== '' && <q>{value}</q>}
        </li>
      ))}
    </ul>
  );
}
