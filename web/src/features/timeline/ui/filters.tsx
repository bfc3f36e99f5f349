/** What is shown: kind, state, country, Global Goal. It stands in the address, so that a view can be passed on. */
import type { MilestoneKind, TimelineNetwork } from '@hub/contracts';
import { useMemo } from 'react';
import { useCollator, useFormats, useT } from '../../../i18n';
import { Button, Field, inputClass } from '../../../ui';
import { goalOf, isEmpty, type TimelineFilter } from '../filter';
import { standings, type Standing } from '../standing';
import styles from './controls.module.css';

interface Props {
  /** Everything, unfiltered. */
  networks: readonly TimelineNetwork[];
  filter: TimelineFilter;
  onChange(filter: TimelineFilter): void;
}

export function Filters({ networks, filter, onChange }: Props) {
  const t = useT();
  const collator = useCollator();
  const { countryName } = useFormats();
  const { kinds, countries, goals } = useMemo(() => choicesIn(networks), [networks]);
  const byName = (a: readonly [string, string], b: readonly [string, string]) => collator.compare(a[1], b[1]);
  return (
    <search className={styles.filters}>
      <Choice
        label={t('timeline.kind')}
        all={t('timeline.kind_all')}
        value={filter.kind}
        choices={[
          ...kinds.map((kind) => [kind, t(`milestone_kind.${kind}`)] as const).sort(byName),
          ['visit', t('timeline.kind_visits')],
        ]}
        onChange={(kind) => onChange({ ...filter, kind: kind as MilestoneKind | undefined })}
      />
      <Choice
        label={t('timeline.state')}
        all={t('timeline.state_all')}
        value={filter.state}
        choices={standings.map((state) => [state, t(`milestone_state.${state}`)] as const)}
        onChange={(state) => onChange({ ...filter, state: state as Standing | undefined })}
      />
      <Choice
        label={t('timeline.country')}
        all={t('timeline.country_all')}
        value={filter.country}
        choices={countries.map((code) => [code, countryName(code)] as const).sort(byName)}
        onChange={(country) => onChange({ ...filter, country })}
      />
      <Choice
        label={t('timeline.goal')}
        all={t('timeline.goal_all')}
        value={filter.goal?.toString()}
        choices={goals.map((goal) => [`${goal}`, `${goal} ${t(`sdg.${goal as 1}`)}`] as const)}
        onChange={(goal) => onChange({ ...filter, goal: goal === undefined ? undefined : Number(goal) })}
      />
      {!isEmpty(filter) && (
        <Button
          look="quiet"
          onClick={() => onChange({ kind: undefined, state: undefined, country: undefined, goal: undefined })}
        >
          {t('timeline.clear')}
        </Button>
      )}
    </search>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string | undefined;
  choices: readonly (readonly [value: string, name: string])[];
  onChange(value: string | undefined): void;
}

function Choice({ label, all, value, choices, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className={inputClass}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{all}</option>
          {choices.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function choicesIn(networks: readonly TimelineNetwork[]) {
  const rows = networks.flatMap((network) => network.rows);
  return {
    kinds: [...new Set(networks.flatMap(({ items }) => items.map(({ kind }) => kind)))],
    countries: [...new Set(rows.flatMap(({ partnership }) => partnership.countries))],
    goals: [...new Set(rows.flatMap(({ partnership }) => partnership.sdgTargets.map(goalOf)))]
      .filter((goal) => goal >= 1 && goal <= 17)
      .sort((a, b) => a - b),
  };
}
