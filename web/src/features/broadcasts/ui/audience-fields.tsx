/** Whom a broadcast is for: everybody in a network, narrowed by partnership, side and role, and counted while it is chosen. */
import type { Role, Side } from '@hub/contracts';
import { roleRights } from '@hub/contracts/role-rights';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import forms from '../../../forms/forms.module.css';
import { useCollator, useT } from '../../../i18n';
import { useNetworkCache } from '../../networks';
import { audienceOf, isComplete, type Values } from '../form-values';
import type { Place } from '../use-places';
import { AudienceCount } from './audience-count';
import styles from './form.module.css';

const sides = ['both', 'swedish', 'international'] as const satisfies readonly (Side | 'both')[];
/** Guests are reached where they are named only. */
const roles = (Object.keys(roleRights) as Role[]).filter((role) => roleRights[role].held !== 'hub');

interface Props {
  places: readonly Place[];
  values: Values;
  problem(field: 'audience.networkIds' | 'audience.partnershipIds' | 'audience.roles'): string | undefined;
  onChange(part: Partial<Values>): void;
}

export function AudienceFields({ places, values, problem, onChange }: Props) {
  const t = useT();
  const { networkIds, partnershipIds, side } = values;
  const audience = audienceOf(values);
  return (
    <section aria-labelledby="audience" className={styles.part}>
      <h2 id="audience">{t('broadcasts.audience')}</h2>
      {places.length > 1 && (
        <Choices
          id="audience-networks"
          legend={t('broadcasts.networks')}
          problem={problem('audience.networkIds')}
          of={places.map(({ id, name }) => ({ id, name, lang: 'en' }))}
          chosen={networkIds}
          onChange={(chosen) => onChange({ networkIds: chosen, partnershipIds: partnershipIds && [] })}
        />
      )}
      <Partnerships
        slugs={places.filter(({ id }) => networkIds.includes(id)).map(({ slug }) => slug)}
        chosen={partnershipIds}
        problem={problem('audience.partnershipIds')}
        onChange={(chosen) => onChange({ partnershipIds: chosen })}
      />
      <fieldset className={forms.group}>
        <legend>{t('broadcasts.sides')}</legend>
        {sides.map((one) => (
          <Pick key={one} type="radio" group="side" checked={side === one} onPick={() => onChange({ side: one })}>
            {t(one === 'both' ? 'broadcasts.side_both' : `side.${one}`)}
          </Pick>
        ))}
      </fieldset>
      <AllOrSome
        id="audience-roles"
        legend={t('broadcasts.roles')}
        all={t('broadcasts.roles_all')}
        some={t('broadcasts.roles_some')}
        problem={problem('audience.roles')}
        of={roles.map((role) => ({ id: role, name: t(`role.${role}`) }))}
        chosen={values.roles}
        onChange={(chosen) => onChange({ roles: chosen as Role[] | undefined })}
      />
      <AudienceCount audience={isComplete(audience) ? audience : undefined} />
    </section>
  );
}

interface PartnershipsProps {
  slugs: readonly string[];
  chosen: readonly string[] | undefined;
  problem: string | undefined;
  onChange(chosen: string[] | undefined): void;
}

function Partnerships({ slugs, ...rest }: PartnershipsProps) {
  const t = useT();
  const collator = useCollator();
  const cache = useNetworkCache();
  const pages = useQueries({ queries: slugs.map((slug) => cache.network(slug)) });
  const cards = pages.flatMap(({ data }) => data?.partnershipCards ?? []);
  return (
    <AllOrSome
      {...rest}
      id="audience-partnerships"
      legend={t('broadcasts.partnerships')}
      all={t('broadcasts.partnerships_all')}
      some={t('broadcasts.partnerships_some')}
      of={cards.toSorted((a, b) => collator.compare(a.name, b.name))}
    />
  );
}

interface Option {
  id: string;
  name: string;
  lang?: string;
}

interface AllOrSomeProps {
  id: string;
  legend: string;
  all: string;
  some: string;
  problem: string | undefined;
  of: readonly Option[];
  /** Undefined: all. */
  chosen: readonly string[] | undefined;
  onChange(chosen: string[] | undefined): void;
}

function AllOrSome({ id, legend, all, some, problem, of, chosen, onChange }: AllOrSomeProps) {
  return (
    <fieldset className={forms.group}>
      <legend>{legend}</legend>
      <Pick type="radio" group={id} checked={chosen === undefined} onPick={() => onChange(undefined)}>
        {all}
      </Pick>
      <Pick type="radio" group={id} checked={chosen !== undefined} onPick={() => chosen ?? onChange([])}>
        {some}
      </Pick>
      {chosen && <Choices id={id} legend={some} hidden problem={problem} of={of} chosen={chosen} onChange={onChange} />}
    </fieldset>
  );
}

interface ChoicesProps {
  id: string;
  legend: string;
  /** What is above says it already. */
  hidden?: boolean;
  problem: string | undefined;
  of: readonly Option[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

function Choices({ id, legend, hidden = false, problem, of, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={hidden ? styles.choices : forms.group}
      data-wrong={problem !== undefined || undefined}
    >
      <legend className={hidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {problem !== undefined && <p className={`${forms.problem} ${styles.whole}`}>{problem}</p>}
      {of.map((one) => (
        <Pick
          key={one.id}
          type="checkbox"
          lang={one.lang}
          checked={chosen.includes(one.id)}
          onPick={() => onChange(chosen.includes(one.id) ? chosen.filter((id) => id !== one.id) : [...chosen, one.id])}
        >
          {one.name}
        </Pick>
      ))}
    </fieldset>
  );
}

interface PickProps {
  type: 'radio' | 'checkbox';
  group?: string;
  lang?: string | undefined;
  checked: boolean;
  onPick(): void;
  children: ReactNode;
}

/** One thing to choose, as large as a finger. */
export function Pick({ type, group, lang, checked, onPick, children }: PickProps) {
  return (
    <label className={forms.choice}>
      <input type={type} name={group} checked={checked} onChange={onPick} />
      <span lang={lang}>{children}</span>
    </label>
  );
}
