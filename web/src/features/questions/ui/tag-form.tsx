/** Another tag, in the two languages of the hub. */
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { checkBy } from '../check-by';
import { useReload } from '../use-questions';
import styles from './form.module.css';

export function TagForm({ networkSlug }: { networkSlug: string }) {
  const t = useT();
  const hub = useHub();
  const reload = useReload();
  const [tag, setTag] = useState(() => ({ id: uuid(), en: '', sv: '' }));
  const form = useForm<'names.en' | 'names.sv'>(['names.en', 'names.sv'], checkBy('tag'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const input = { networkSlug, id: tag.id, names: { en: tag.en, sv: tag.sv } };
    void form.submit(input, async () => {
      await hub.call('tag.add', input);
      await Promise.all([reload('question-rules', networkSlug), reload('question-form', networkSlug)]);
      announce(t('questions.tag_added'));
      setTag({ id: uuid(), en: '', sv: '' });
      document.getElementById('tag-en')?.focus();
    });
  };
  const line = (language: 'en' | 'sv') => (
    <Line
      id={`tag-${language}`}
      label={t(`questions.tag_${language}`)}
      problem={form.problem(`names.${language}`)}
      value={tag[language]}
      onChange={(value) => {
        setTag({ ...tag, [language]: value });
        form.clear(`names.${language}`);
      }}
    />
  );
  return (
    <section aria-labelledby="tag-new">
      <form ref={box} noValidate className={styles.form} onSubmit={add}>
        <h2 id="tag-new">{t('questions.tag_new')}</h2>
        <p className={pages.hint}>{t('questions.tag_hint')}</p>
        {line('en')}
        {line('sv')}
        {form.refused !== undefined && <Failed error={form.refused} />}
        <div className={forms.actions}>
          <Button type="submit" busy={form.busy}>
            {t('questions.tag_add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
