/** The languages somebody works in, in their own order. */
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useCollator, useFormats, useT } from '../../../i18n';
import { Button, Field, inputClass } from '../../../ui';
import styles from './profile.module.css';

/** Spoken in the programme's countries; whatever else a person already has stays. */
const offered =
  'af bs en es fr ka ln luo lg mk nd nn ny nso pt ro rw sn sq sr ss st sv sw tn to bem tr ts uk ve vi xh zu fi no da'.split(
    ' ',
  );

interface Props {
  value: readonly string[];
  problem: string | undefined;
  onChange: (languages: string[]) => void;
}

export function LanguagesField({ value, problem, onChange }: Props) {
  const t = useT();
  const collator = useCollator();
  const { languageName } = useFormats();
  const [chosen, setChosen] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const others = offered
    .filter((tag) => !value.includes(tag))
    .sort((a, b) => collator.compare(languageName(a), languageName(b)));

  const add = () => {
    if (chosen === '') return select.current?.focus();
    onChange([...value, chosen]);
    announce(t('profile.language_added', { language: languageName(chosen) }));
    setChosen('');
  };

  return (
    <fieldset className={styles.languages}>
      <legend className={styles.label}>{t('profile.languages')}</legend>
      <ul>
        {value.map((tag) => (
          <li key={tag}>
            {languageName(tag)}
            <button
              type="button"
              aria-label={t('profile.language_remove', { language: languageName(tag) })}
              onClick={() => {
                onChange(value.filter((other) => other !== tag));
                announce(t('profile.language_removed', { language: languageName(tag) }));
                select.current?.focus();
              }}
            >
              <X aria-hidden size={16} />
            </button>
          </li>
        ))}
      </ul>
      <Field id="profile-languages" label={t('profile.language_add')} problem={problem}>
        {(control) => (
          <div className={styles.add}>
            <select
              {...control}
              ref={select}
              className={`${inputClass} ${styles.medium}`}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            >
              <option value="">{t('profile.language_choose')}</option>
              {others.map((tag) => (
                <option key={tag} value={tag}>
                  {languageName(tag)}
                </option>
              ))}
            </select>
            <Button onClick={add}>
              <Plus aria-hidden size={18} />
              {t('profile.language_add_short')}
            </Button>
          </div>
        )}
      </Field>
    </fieldset>
  );
}
