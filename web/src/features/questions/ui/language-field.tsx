/** In which language something is written. */
import { Choice } from '../../../forms/inputs';
import { commonLanguages } from '../../../forms/languages';
import { useCollator, useFormats, useT } from '../../../i18n';
import { useProfile } from '../../session';

interface Props {
  id: string;
  problem: string | undefined;
  value: string;
  onChange(value: string): void;
}

export function LanguageField(props: Props) {
  const t = useT();
  const collator = useCollator();
  const { languageName } = useFormats();
  const { languages } = useProfile();
  const offered = [...new Set([...languages, ...commonLanguages, props.value])].sort((a, b) =>
    collator.compare(languageName(a), languageName(b)),
  );
  return (
    <Choice label={t('questions.field_language')} {...props}>
      {offered.map((one) => (
        <option key={one} value={one}>
          {languageName(one)}
        </option>
      ))}
    </Choice>
  );
}
