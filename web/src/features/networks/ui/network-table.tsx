/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table laid out as a list on a phone would lose its roles unless they are spelled out */
/** Networks as administrators keep them: what they work on, how far they are, and the way to their settings. */
import type { NetworkCard } from '@hub/contracts';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import styles from './networks-care.module.css';
import table from './partnership-table.module.css';

export function NetworkTable({ networks }: { networks: readonly NetworkCard[] }) {
  const t = useT();
  const head = ['network', 'theme', 'status', 'partnerships', 'settings'] as const;
  return (
    <table className={table.table} role="table" aria-labelledby="networks">
      <thead role="rowgroup">
        <tr role="row">
          {head.map((name) => (
            <th key={name} role="columnheader" scope="col">
              {t(`networks_care.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {networks.map((network) => (
          <NetworkRow key={network.id} network={network} />
        ))}
      </tbody>
    </table>
  );
}

function NetworkRow({ network }: { network: NetworkCard }) {
  const t = useT();
  const locale = useLocale();
  const { date } = useFormats();
  const { slug, name, region, theme, status, startsOn, endsOn, partnerships } = network;
  const params = { networkSlug: slug };
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link to="/n/$networkSlug" params={params} className={table.name} lang="en">
          {name}
        </Link>
        <span className={table.more} lang="en">
          {region}
        </span>
      </th>
      <td role="cell">{theme.names[locale] ?? theme.names.en ?? theme.slug}</td>
      <td role="cell">
        {t(`network_status.${status}`)}
        <span className={table.more}>{`${date(startsOn)} – ${date(endsOn)}`}</span>
      </td>
      <td role="cell">{t('networks_care.count', { count: partnerships })}</td>
      <td role="cell">
        <Link
          to="/n/$networkSlug/settings"
          params={params}
          className={styles.settings}
          aria-label={t('networks_care.settings_of', { name })}
        >
          {t('networks_care.settings')}
        </Link>
      </td>
    </tr>
  );
}
