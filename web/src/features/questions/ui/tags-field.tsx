/** What a question is about. Its tags decide to whom it goes. */
import type { Tag } from '@hub/contracts';
import forms from '../../../forms/forms.module.css';
import { useCollator, useLocale, useT } from '../../../i18n';
import pages from '../../../ui/pages.module.css';
import styles from './form.module.css';

const most = 5;

interface Props {
  tags: readonly Tag[];
  chosen: readonly string[];
  hint?: string;
  problem: string | undefined;
  onChange(ids: string[]): void;
}

export function TagsField({ tags, chosen, hint, problem, onChange }: Props) {
  const t = useT();
  const locale = useLocale();
  const collator = useCollator();
  if (tags.length === 0) return null;
  const byName = [...tags].sort((a, b) => collator.compare(a.names[locale], b.names[locale]));
  return (
    <fieldset
      className={forms.group}
      id="question-tagIds"
      tabIndex={-1}
      data-wrong={problem !== undefined || undefined}
      aria-describedby="question-tags-hint"
    >
      <legend>{t('questions.field_tags')}</legend>
      <p id="question-tags-hint" className={pages.hint}>
        {hint ?? t('questions.tags_hint', { most })}
      </p>
      {problem !== undefined && <p className={forms.problem}>{problem}</p>}
      <div className={styles.choices}>
        {byName.map(({ id, names }) => (
          <label key={id} className={forms.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            <span>{names[locale]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
