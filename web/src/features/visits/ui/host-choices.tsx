/** Which side hosts, and which of its local governments where that is settled. */
import type { Side, VisitPage } from '@hub/contracts';
import { Choice } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { sides } from '../visit-values';

interface FieldProps {
  id: string;
  problem: string | undefined;
  value: string;
  onChange(value: string): void;
}

interface Props {
  parties: VisitPage['parties'];
  side: FieldProps & { hint?: string };
  host: FieldProps;
}

export function HostChoices({ parties, side, host }: Props) {
  const t = useT();
  const of = (one: string) => parties.filter((party) => party.side === one);
  return (
    <>
      <Choice
        {...side}
        label={t('visits.field_hostSide')}
        onChange={(value) => {
          side.onChange(value);
          // A side with one local government leaves no choice.
          host.onChange(hostOf(parties, value as Side));
        }}
      >
        {sides.map((one) => (
          <option key={one} value={one}>
            {t(`side.${one}`)}
          </option>
        ))}
      </Choice>
      <Choice {...host} label={t('visits.field_hostGovernmentId')} required={false}>
        <option value="">{t('visits.host_open')}</option>
        {of(side.value).map(({ localGovernmentId, name }) => (
          <option key={localGovernmentId} value={localGovernmentId}>
            {name}
          </option>
        ))}
      </Choice>
    </>
  );
}

/** The only local government of a side; empty where there is a choice. */
export function hostOf(parties: VisitPage['parties'], side: Side): string {
  const [only, ...others] = parties.filter((party) => party.side === side);
  return only && others.length === 0 ? only.localGovernmentId : '';
}
