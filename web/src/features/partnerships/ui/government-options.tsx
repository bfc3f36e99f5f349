/** The local governments that can be on a side, by country, as the choices of a select. */
import type { LocalGovernment, Side } from '@hub/contracts';
import { useMemo } from 'react';
import { useCollator, useFormats, useT } from '../../../i18n';
import { ofSide } from '../use-governments';

export function GovernmentOptions({ governments, side }: { governments: readonly LocalGovernment[]; side: Side }) {
  const t = useT();
  const collator = useCollator();
  const { countryName } = useFormats();
  const countries = useMemo(() => {
    const shown = ofSide(side, governments).sort((a, b) => collator.compare(a.name, b.name));
    const codes = [...new Set(shown.map(({ country }) => country))];
    return codes
      .map((code) => ({ name: countryName(code), shown: shown.filter(({ country }) => country === code) }))
      .sort((a, b) => collator.compare(a.name, b.name));
  }, [governments, side, collator, countryName]);
  return (
    <>
      <option value="">{t('partnership_new.party_choose')}</option>
      {countries.map(({ name, shown }) => (
        <optgroup key={name} label={name}>
          {shown.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({t(`kind.${one.kind}`)})
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
