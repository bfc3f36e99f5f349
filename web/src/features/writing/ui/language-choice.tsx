import { useId } from 'react';
import { useProfile } from '../../session';
import { useFormats, useT } from '../../../i18n';
import styles from './writing.module.css';

/** Languages of the programme's countries; a writer's own come first. */
const common = ['en', 'sv', 'es', 'sw', 'uk', 'pt', 'fr'];

interface Props {
  value: string | undefined;
  onChange(language: string | undefined): void;
}

/** The language a message is written in, so that it is read aloud in it. */
export function LanguageChoice({ value, onChange }: Props) {
  const t = useT();
  const id = useId();
  const { languageName } = useFormats();
  const profile = useProfile();
  const offered = [...new Set([...profile.languages, ...common, ...(value ? [value] : [])])];
  return (
    <span className={styles.language}>
      <label htmlFor={id} className="visually-hidden">
        {t('channels.language')}
      </label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{t('channels.language_none')}</option>
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </span>
  );
}
