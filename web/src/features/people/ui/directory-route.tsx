/** The people of a network, found by name, title, place, role or country. */
import type { Directory, Role } from '@hub/contracts';
import { roleRights } from '@hub/contracts/role-rights';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useCollator, useFormats, useT } from '../../../i18n';
import { Link, navigate, useParams, useSearch } from '../../../router';
import { Button, buttonClass, EmptyState, Failed, Field, inputClass, Loading, PageHeader, Path } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { filterPeople, type PeopleFilter } from '../filter-people';
import styles from './directory-route.module.css';
import { FailingAddresses } from './failing-addresses';
import { PeopleTable } from './people-table';

export function DirectoryRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/people');
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().directory(networkSlug));
  if (data) return <People key={networkSlug} directory={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('people.loading')} />;
}

function People({ directory }: { directory: Directory }) {
  const { network } = directory;
  const t = useT();
  const collator = useCollator();
  const [filter, setFilter] = useState(useSearch('/n/$networkSlug/people') as PeopleFilter);
  const change = (changed: PeopleFilter) => {
    const next = { ...filter, ...changed };
    setFilter(next);
    const { words, role, country } = next;
    navigate(
      {
        to: '/n/$networkSlug/people',
        params: { networkSlug: network.slug },
        search: { words: words || undefined, role, country },
      },
      { replace: true },
    );
  };

  const sorted = useMemo(
    () => [...directory.people].sort((a, b) => collator.compare(a.name, b.name)),
    [directory, collator],
  );
  const deferred = useDeferredValue(filter);
  const found = useMemo(() => filterPeople(sorted, deferred), [sorted, deferred]);

  return (
    <>
      <PageHeader
        title={t('people.title', { network: network.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
          </Path>
        }
        lead={t('people.lead')}
        actions={<InviteLink networkId={network.id} networkSlug={network.slug} />}
      >
        {t('people.heading')}
      </PageHeader>
      <FailingAddresses network={network} />
      <Filter directory={directory} filter={filter} onChange={change} />
      <p role="status" className={styles.count}>
        {t('people.count', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState title={t('people.none')}>
          <p>{t('people.none_hint')}</p>
          <Button onClick={() => change({ words: '', role: undefined, country: undefined })}>
            {t('people.clear')}
          </Button>
        </EmptyState>
      ) : (
        <PeopleTable people={found} network={network} />
      )}
    </>
  );
}

/** For those who may invite somebody here. */
function InviteLink({ networkId, networkSlug }: { networkId: string; networkSlug: string }) {
  const t = useT();
  const { memberships } = useProfile();
  const invites = memberships.some(
    ({ role, network }) => roleRights[role].grants.length > 0 && (network === null || network.id === networkId),
  );
  if (!invites) return null;
  return (
    <Link to="/n/$networkSlug/invitations" params={{ networkSlug }} className={buttonClass()}>
      {t('people.invitations')}
    </Link>
  );
}

interface FilterProps {
  directory: Directory;
  filter: PeopleFilter;
  onChange: (changed: PeopleFilter) => void;
}

function Filter({ directory, filter, onChange }: FilterProps) {
  const t = useT();
  const collator = useCollator();
  const { countryName } = useFormats();
  const roles = useMemo(
    () => [...new Set(directory.people.flatMap((person) => person.roles.map(({ role }) => role)))],
    [directory],
  );
  const countries = useMemo(
    () =>
      [
        ...new Set(
          directory.people.flatMap(({ localGovernment }) => (localGovernment ? [localGovernment.country] : [])),
        ),
      ].sort((a, b) => collator.compare(countryName(a), countryName(b))),
    [directory, collator, countryName],
  );
  return (
    <search className={styles.filter}>
      <Field label={t('people.search')}>
        {(control) => (
          <input
            {...control}
            type="search"
            className={inputClass}
            autoComplete="off"
            value={filter.words ?? ''}
            onChange={(event) => onChange({ words: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('people.role')}>
        {(control) => (
          <select
            {...control}
            className={inputClass}
            value={filter.role ?? ''}
            onChange={(event) => onChange({ role: (event.target.value || undefined) as Role | undefined })}
          >
            <option value="">{t('people.role_all')}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('people.country')}>
        {(control) => (
          <select
            {...control}
            className={inputClass}
            value={filter.country ?? ''}
            onChange={(event) => onChange({ country: event.target.value || undefined })}
          >
            <option value="">{t('people.country_all')}</option>
            {countries.map((country) => (
              <option key={country} value={country}>
                {countryName(country)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  );
}
