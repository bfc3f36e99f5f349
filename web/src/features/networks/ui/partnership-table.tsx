/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table laid out as a list on a phone would lose its roles unless they are spelled out */
/** Partnerships and how far each has come: a table where there is room, a list of the same cells on a phone. */
import type { PartnershipCard } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Link } from '../../../router';
import { isEnded } from '../ended';
import styles from './partnership-table.module.css';
import { StageTag } from './stage-tag';

interface Props {
  partnerships: readonly PartnershipCard[];
  /** The id of the heading that names it. */
  labelledBy: string;
}

export function PartnershipTable({ partnerships, labelledBy }: Props) {
  const t = useT();
  return (
    <table className={styles.table} role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('networks.col_partnership')}
          </th>
          <th role="columnheader" scope="col">
            {t('networks.col_stage')}
          </th>
          <th role="columnheader" scope="col">
            {t('networks.col_project')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {partnerships.map((partnership) => (
          <Row key={partnership.id} partnership={partnership} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ partnership }: { partnership: PartnershipCard }) {
  const t = useT();
  const { date, countryName } = useFormats();
  const seeking = partnership.missingSides.length > 0 && !isEnded(partnership.status);
  const countries = [...new Set(partnership.parties.map(({ localGovernment }) => localGovernment.country))];
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }} className={styles.name}>
          {partnership.name}
        </Link>
        <span className={styles.more}>
          {countries.length > 0 && <span>{countries.map(countryName).join(', ')}</span>}
          {seeking && <b className={styles.seeking}>{t('partnership.seeking')}</b>}
          {partnership.associate && <b>{t('partnership.associate')}</b>}
        </span>
      </th>
      <td role="cell">
        <StageTag status={partnership.status} />
        <span className={styles.more}>{t('networks.since', { date: date(partnership.statusFromOn) })}</span>
      </td>
      <td role="cell">
        {partnership.project ? (
          <span lang="en">{partnership.project.name}</span>
        ) : (
          <span className={styles.none}>{t('networks.no_project')}</span>
        )}
      </td>
    </tr>
  );
}
