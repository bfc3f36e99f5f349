/** The audit trail: what was changed, newest first; its filter stands in the address. */
import { useQuery } from '@tanstack/react-query';
import { Download, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate, useSearch } from '../../../router';
import { Button, EmptyState, Failed, Field, inputClass, Loading, PageHeader } from '../../../ui';
import { saveFile } from '../../../ui/save-file';
import { useNetworkCache } from '../../networks';
import { useTrail, type TrailQuery } from '../use-care';
import { CarePath } from './care-path';
import styles from './care.module.css';
import { Choice } from './choice';
import { DayField } from './give-fields';
import { TrailList } from './trail-list';

/** The first word of an action; a feature that writes entries of its own adds its word. */
const actions = [
  'role',
  'person',
  'profile',
  'network',
  'partnership',
  'party',
  'channel',
  'member',
  'message',
  'report',
  'invitation',
  'passkey',
  'erasure',
  'seat',
  'broadcast',
  'note',
  'question',
  'tag',
] as const;
const restMs = 250;

type Filter = Partial<Record<'words' | 'network' | 'action' | 'by' | 'about' | 'from' | 'last', string>>;

export function TrailRoute() {
  const t = useT();
  const filter: Filter = useSearch('/admin/audit');
  const trail = useTrail(queryOf(filter));
  const entries = trail.data?.pages.flatMap((page) => page.entries) ?? [];
  const people = entries.flatMap(({ actor, subject }) => [actor, subject.person]).filter((one) => one !== null);
  const names: Record<string, string> = Object.assign(
    Object.fromEntries(people.map(({ id, name }) => [id, name])),
    ...(trail.data?.pages.map((page) => page.names) ?? []),
  );
  const change = (part: Filter) => {
    const search = Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value));
    navigate({ to: '/admin/audit', search }, { replace: true });
  };
  return (
    <>
      <PageHeader path={<CarePath />} lead={t('trail.lead')}>
        {t('admin.trail')}
      </PageHeader>
      <Filters filter={filter} onChange={change} />
      <Narrowed filter={filter} names={names} onChange={change} />
      <div className={styles.bar}>
        <p role="status">{trail.data && t('trail.shown', { count: entries.length })}</p>
        {entries.length > 0 && <Export filter={filter} />}
      </div>
      {trail.error && !trail.data && <Failed error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.isPending && <Loading text={t('trail.loading')} />}
      {trail.data && entries.length === 0 && <EmptyState title={t('trail.none')}>{t('trail.none_hint')}</EmptyState>}
      {entries.length > 0 && <TrailList entries={entries} names={names} onBy={(by) => change({ by })} />}
      {trail.hasNextPage && (
        <Button className={styles.more} busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
}

interface PartProps {
  filter: Filter;
  onChange(part: Filter): void;
}

function Filters({ filter, onChange }: PartProps) {
  const t = useT();
  const { data: networks = [] } = useQuery(useNetworkCache().list());
  const [words, setWords] = useState(filter.words ?? '');
  useEffect(() => {
    if (words === (filter.words ?? '')) return;
    const timer = setTimeout(() => onChange({ words }), restMs);
    return () => clearTimeout(timer);
  });
  return (
    <search className={styles.filter}>
      <Choice
        label={t('trail.action')}
        value={filter.action ?? ''}
        choices={[['', t('trail.action_all')], ...actions.map((one) => [one, t(`trail.action.${one}`)] as const)]}
        onChange={(action) => onChange({ action })}
      />
      {networks.length > 1 && (
        <Choice
          label={t('roster.network')}
          value={filter.network ?? ''}
          choices={[['', t('roster.network_all')], ...networks.map(({ slug, name }) => [slug, name] as const)]}
          onChange={(network) => onChange({ network })}
        />
      )}
      <DayField
        id="trail-from"
        label={t('trail.from')}
        problem={undefined}
        value={filter.from ?? ''}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        id="trail-last"
        label={t('trail.last')}
        problem={undefined}
        value={filter.last ?? ''}
        onChange={(last) => onChange({ last })}
      />
      <div data-wide>
        <Field label={t('trail.words')}>
          {(control) => (
            <input
              {...control}
              type="search"
              className={inputClass}
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      </div>
    </search>
  );
}

/** By whom and about what: chosen in an entry, or by a link, and taken back here. */
function Narrowed({ filter: { by, about }, names, onChange }: PartProps & { names: Record<string, string> }) {
  const t = useT();
  if (by === undefined && about === undefined) return null;
  const name = (id: string) => names[id];
  const byWords = by && (name(by) ? t('trail.by', { name: name(by) ?? '' }) : t('trail.by_one'));
  const aboutWords = about && (name(about) ? t('trail.about', { name: name(about) ?? '' }) : t('trail.about_one'));
  return (
    <div className={styles.narrowed}>
      {byWords && <Taken what={byWords} onClear={() => onChange({ by: '' })} />}
      {aboutWords && <Taken what={aboutWords} onClear={() => onChange({ about: '' })} />}
    </div>
  );
}

function Taken({ what, onClear }: { what: string; onClear(): void }) {
  const t = useT();
  return (
    <Button aria-label={t('trail.clear', { what })} onClick={onClear}>
      {what}
      <X aria-hidden size={18} />
    </Button>
  );
}

function Export({ filter }: { filter: Filter }) {
  const t = useT();
  const hub = useHub();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const save = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      const { csv, complete } = await hub.call('audit.export', queryOf(filter));
      saveFile('audit-trail.csv', csv);
      announce(t(complete ? 'trail.exported' : 'trail.exported_part'));
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <>
      {refused !== undefined && <Failed error={refused} />}
      <Button busy={busy} onClick={() => void save()}>
        <Download aria-hidden size={18} />
        {t('trail.export')}
      </Button>
    </>
  );
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** What an address says that the hub would not understand is left out. */
function queryOf({ words, network, action, by, about, from, last }: Filter): TrailQuery {
  const id = (value: string | undefined) => value !== undefined && isId.test(value);
  const day = (value: string | undefined) => value !== undefined && isDay.test(value);
  return {
    ...(words && { words }),
    ...(network && { networkSlug: network }),
    ...(action && { action }),
    ...(id(by) && { actorId: by }),
    ...(id(about) && { subjectId: about }),
    ...(day(from) && { fromOn: from }),
    ...(day(last) && { lastOn: last }),
  };
}
