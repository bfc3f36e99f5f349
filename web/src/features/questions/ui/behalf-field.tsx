/** On whose behalf a question is asked. */
import { Choice } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { alone } from '../question-values';

interface Props {
  partnerships: readonly { slug: string; name: string }[];
  mayAlone: boolean;
  value: string;
  problem: string | undefined;
  onChange(value: string): void;
}

export function BehalfField({ partnerships, mayAlone, ...field }: Props) {
  const t = useT();
  return (
    <Choice id="question-partnershipSlug" label={t('questions.field_behalf')} {...field}>
      <option value="">{t('questions.choose')}</option>
      {partnerships.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
      {mayAlone && <option value={alone}>{t('questions.behalf_none')}</option>}
    </Choice>
  );
}
