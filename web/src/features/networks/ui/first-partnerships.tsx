/** The partnerships that a new network begins with: for each a name, and a partner on one side or on both. */
import { useRef } from 'react';
import { v7 as uuid } from 'uuid';
import { Choice, Line } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { Button, Failed } from '../../../ui';
import { GovernmentAdd, GovernmentOptions, useGovernments } from '../../partnerships';
import styles from './settings.module.css';

export interface FirstPartnership {
  key: string;
  name: string;
  swedish: string;
  international: string;
}

const sides = ['swedish', 'international'] as const;
const most = 20;

/** As the hub takes it: a side that nobody chose is missing. */
export function asGiven({ name, ...chosen }: FirstPartnership) {
  return {
    name,
    parties: sides.flatMap((side) => (chosen[side] === '' ? [] : [{ side, localGovernmentId: chosen[side] }])),
  };
}

interface Props {
  partnerships: readonly FirstPartnership[];
  problem(n: number, field: 'name' | 'parties'): string | undefined;
  onChange(partnerships: readonly FirstPartnership[]): void;
}

export function FirstPartnerships({ partnerships, problem, onChange }: Props) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data = [], error, refetch } = useGovernments();
  const change = (key: string, part: Partial<FirstPartnership>) =>
    onChange(partnerships.map((one) => (one.key === key ? { ...one, ...part } : one)));
  /** Said once for both sides, beside the first. */
  const partiesProblem = (
    n: number,
    { swedish, international }: Pick<FirstPartnership, 'swedish' | 'international'>,
  ) => {
    const found = problem(n, 'parties');
    return found !== undefined && swedish === '' && international === '' ? t('partnership_new.none_chosen') : found;
  };
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t('network_new.partnerships')}
      </h2>
      <div className={styles.group}>
        <p className={styles.more}>{t('network_new.partnerships_hint')}</p>
        {partnerships.map(({ key, name, ...chosen }, n) => (
          <div key={key} className={styles.own} role="group" aria-label={t('network_new.partnership', { n: n + 1 })}>
            <Line
              id={`partnership-${key}`}
              label={t('network_new.partnership_name', { n: n + 1 })}
              problem={problem(n, 'name')}
              value={name}
              onChange={(value) => change(key, { name: value })}
            />
            {sides.map((side) => (
              <Choice
                key={side}
                id={`${side}-${key}`}
                label={t(`network_new.partnership_${side}`)}
                problem={side === 'swedish' ? partiesProblem(n, chosen) : undefined}
                required={false}
                value={chosen[side]}
                onChange={(id) => change(key, { [side]: id })}
              >
                <GovernmentOptions governments={data} side={side} />
              </Choice>
            ))}
            <Button
              look="quiet"
              onClick={() => {
                onChange(partnerships.filter((one) => one.key !== key));
                heading.current?.focus();
              }}
            >
              {t('network_new.partnership_remove', { name: name || t('network_new.partnership', { n: n + 1 }) })}
            </Button>
          </div>
        ))}
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {partnerships.length > 0 && <GovernmentAdd />}
        {partnerships.length < most && (
          <Button
            onClick={() => {
              const key = uuid();
              onChange([...partnerships, { key, name: '', swedish: '', international: '' }]);
              requestAnimationFrame(() => document.getElementById(`partnership-${key}`)?.focus());
            }}
          >
            {t('network_new.partnership_add')}
          </Button>
        )}
      </div>
    </>
  );
}
