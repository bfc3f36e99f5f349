/** The language versions of a broadcast: each reader gets theirs, else the English one, else the first. */
import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Choice, Line } from '../../../forms/inputs';
import { commonLanguages } from '../../../forms/languages';
import { useCollator, useFormats, useT } from '../../../i18n';
import { Button, Field } from '../../../ui';
import { useProfile } from '../../session';
import type { TextValues } from '../form-values';
import styles from './form.module.css';
import { Sheet } from './sheet';

const most = 12;

interface Props {
  texts: readonly TextValues[];
  problem(field: `texts.${number}.${'language' | 'title' | 'body'}`): string | undefined;
  onChange(texts: readonly TextValues[]): void;
}

export function TextFields({ texts, problem, onChange }: Props) {
  const t = useT();
  const { languageName } = useFormats();
  const { languages } = useProfile();
  const heading = useRef<HTMLHeadingElement>(null);
  const used = new Set(texts.map(({ language }) => language));
  const next = [...languages, ...commonLanguages].find((language) => !used.has(language));
  const change = (key: string, part: Partial<TextValues>) =>
    onChange(texts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const remove = ({ key, language }: TextValues) => {
    onChange(texts.filter((one) => one.key !== key));
    heading.current?.focus();
    announce(t('broadcasts.language_removed', { language: languageName(language) }));
  };
  return (
    <section aria-labelledby="texts" className={styles.part}>
      <h2 id="texts" ref={heading} tabIndex={-1}>
        {t('broadcasts.text')}
      </h2>
      {texts.map((text, n) => (
        <TextField
          key={text.key}
          text={text}
          taken={used}
          alone={texts.length === 1}
          problem={(field) => problem(`texts.${n}.${field}`)}
          onChange={(part) => change(text.key, part)}
          onRemove={() => remove(text)}
        />
      ))}
      {next !== undefined && texts.length < most && (
        <div className={styles.add}>
          <Button
            onClick={() => {
              const key = uuid();
              onChange([...texts, { key, language: next, title: '', body: '' }]);
              requestAnimationFrame(() => document.getElementById(`language-${key}`)?.focus());
            }}
          >
            {t('broadcasts.language_add')}
          </Button>
          <p className={styles.hint}>{t('broadcasts.language_hint')}</p>
        </div>
      )}
    </section>
  );
}

interface TextProps {
  text: TextValues;
  /** The languages of all versions. */
  taken: ReadonlySet<string>;
  /** The only one cannot be removed. */
  alone: boolean;
  problem(field: 'language' | 'title' | 'body'): string | undefined;
  onChange(part: Partial<TextValues>): void;
  onRemove(): void;
}

function TextField({ text, taken, alone, problem, onChange, onRemove }: TextProps) {
  const t = useT();
  const collator = useCollator();
  const { languageName } = useFormats();
  const profile = useProfile();
  const [previewed, setPreviewed] = useState(false);
  const { key, language, title, body } = text;
  const offered = [...new Set([...profile.languages, ...commonLanguages, language])]
    .filter((one) => one === language || !taken.has(one))
    .sort((a, b) => collator.compare(languageName(a), languageName(b)));
  return (
    <fieldset className={styles.version}>
      <legend>{languageName(language)}</legend>
      <div className={styles.versionHead}>
        <Choice
          id={`language-${key}`}
          label={t('broadcasts.language')}
          problem={problem('language')}
          value={language}
          onChange={(chosen) => onChange({ language: chosen })}
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </Choice>
        {!alone && (
          <Button look="quiet" onClick={onRemove}>
            {t('broadcasts.language_remove', { language: languageName(language) })}
          </Button>
        )}
      </div>
      <Line
        id={`title-${key}`}
        label={t('broadcasts.field_title')}
        problem={problem('title')}
        value={title}
        onChange={(value) => onChange({ title: value })}
      />
      <Field
        id={`body-${key}`}
        label={t('broadcasts.field_body')}
        hint={t('broadcasts.body_hint')}
        problem={problem('body')}
      >
        {(control) => (
          <textarea
            {...control}
            className={`${forms.text} ${styles.body}`}
            rows={9}
            lang={language}
            dir="auto"
            aria-required
            value={body}
            onChange={(event) => onChange({ body: event.target.value })}
          />
        )}
      </Field>
      <div>
        <Button
          look="quiet"
          className={styles.preview ?? ''}
          aria-expanded={previewed}
          onClick={() => setPreviewed(!previewed)}
        >
          {t(previewed ? 'broadcasts.preview_hide' : 'broadcasts.preview')}
        </Button>
      </div>
      {previewed && <Sheet of={text} label={t('broadcasts.preview_of')} />}
    </fieldset>
  );
}
