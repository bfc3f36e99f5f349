/** People x roles x networks x ends: filtered by the hub, and the filter stands in the address. */
import type { NetworkCard, Role, Standing } from '@hub/contracts';
import { roles } from '@hub/contracts/roles';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useT } from '../../../i18n';
import { navigate, useSearch } from '../../../router';
import { Button, EmptyState, Failed, Field, inputClass, Loading, PageHeader } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useRoster, type RosterQuery } from '../use-care';
import { CarePath } from './care-path';
import styles from './care.module.css';
import { Choice } from './choice';
import { RosterTable } from './roster-table';

const standings: readonly Standing[] = ['now', 'ended', 'disabled', 'all'];
const weeksOffered = [2, 4, 8, 13, 26, 52];
/** After the last letter the hub is asked, ms. */
const restMs = 250;

interface Filter {
  words?: string | undefined;
  network?: string | undefined;
  role?: string | undefined;
  weeks?: string | undefined;
  standing?: string | undefined;
}

export function RosterRoute() {
  const t = useT();
  const filter: Filter = useSearch('/admin/people');
  const [words, setWords] = useState(filter.words ?? '');
  const { data: networks = [] } = useQuery(useNetworkCache().list());
  const roster = useRoster(queryOf(filter));
  const change = (part: Filter) => {
    const search = Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value));
    navigate({ to: '/admin/people', search }, { replace: true });
  };
  useEffect(() => {
    if (words === (filter.words ?? '')) return;
    const timer = setTimeout(() => change({ words }), restMs);
    return () => clearTimeout(timer);
  });
  const found = roster.data?.pages.flatMap((page) => page.found) ?? [];
  const clear = () => {
    setWords('');
    navigate({ to: '/admin/people' }, { replace: true });
  };
  return (
    <>
      <PageHeader path={<CarePath />} lead={t('roster.lead')}>
        {t('admin.people')}
      </PageHeader>
      <Filters filter={filter} words={words} networks={networks} onWords={setWords} onChange={change} />
      <div className={styles.bar}>
        <p role="status">{roster.data && t('roster.count', { count: roster.data.pages[0]?.total ?? 0 })}</p>
      </div>
      {roster.error && !roster.data && <Failed error={roster.error} onRetry={() => void roster.refetch()} />}
      {roster.isPending && <Loading text={t('admin.loading')} />}
      {roster.data && found.length === 0 && (
        <EmptyState title={t('roster.none')}>
          <Button onClick={clear}>{t('roster.clear')}</Button>
        </EmptyState>
      )}
      {found.length > 0 && <RosterTable people={found} />}
      {roster.hasNextPage && (
        <Button className={styles.more} busy={roster.isFetchingNextPage} onClick={() => void roster.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
}

interface FiltersProps {
  filter: Filter;
  words: string;
  networks: readonly NetworkCard[];
  onWords(words: string): void;
  onChange(part: Filter): void;
}

function Filters({ filter, words, networks, onWords, onChange }: FiltersProps) {
  const t = useT();
  return (
    <search className={styles.filter}>
      <div data-wide>
        <Field label={t('roster.words')}>
          {(control) => (
            <input
              {...control}
              type="search"
              className={inputClass}
              autoComplete="off"
              value={words}
              onChange={(event) => onWords(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Choice
        label={t('roster.standing')}
        value={filter.standing ?? 'now'}
        choices={standings.map((one) => [one, t(`roster.standing.${one}`)])}
        onChange={(standing) => onChange({ standing: standing === 'now' ? '' : standing })}
      />
      {networks.length > 1 && (
        <Choice
          label={t('roster.network')}
          value={filter.network ?? ''}
          choices={[['', t('roster.network_all')], ...networks.map(({ slug, name }): Named => [slug, name])]}
          onChange={(network) => onChange({ network })}
        />
      )}
      <Choice
        label={t('roster.role')}
        value={filter.role ?? ''}
        choices={[['', t('roster.role_all')], ...roles.map((role): Named => [role, t(`role.${role}`)])]}
        onChange={(role) => onChange({ role })}
      />
      <Choice
        label={t('roster.weeks')}
        value={filter.weeks ?? ''}
        choices={[
          ['', t('roster.weeks_any')],
          ...weeksOffered.map((weeks): Named => [String(weeks), t('roster.weeks_count', { weeks })]),
        ]}
        onChange={(weeks) => onChange({ weeks })}
      />
    </search>
  );
}

type Named = readonly [value: string, name: string];

/** What an address says that no choice can say is left out. */
function queryOf({ words, network, role, weeks, standing }: Filter): RosterQuery {
  const known = roles.find((one): one is Role => one === role);
  const within = weeksOffered.find((one) => String(one) === weeks);
  return {
    ...(words && { words }),
    ...(network && { networkSlug: network }),
    ...(known && { role: known }),
    ...(within && { weeks: within }),
    standing: standings.find((one) => one === standing) ?? 'now',
  };
}
