/** What was learned on a visit. It is asked for in the two weeks after it. */
import type { VisitPage } from '@hub/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import forms from '../../../forms/forms.module.css';
import { Lines } from '../../../forms/inputs';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useFormats, useT } from '../../../i18n';
import { buttonClass, Button, Failed } from '../../../ui';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { today } from '../days';
import { useBegun, useVisitForm } from '../use-visit-form';
import { lessonsOf } from '../visit-values';
import { Begun } from './begun';
import { Clashes } from './clashes';
import { useWords } from './use-words';
import styles from './visits.module.css';

interface Props {
  page: VisitPage;
  onSaved(version: number | undefined): void;
}

export function Lessons({ page, onSaved }: Props) {
  const t = useT();
  const words = useWords();
  const reader = useProfile();
  const { date } = useFormats();
  const begun = useBegun(page, 'lessons');
  const [open, setOpen] = useState(begun && page.may.change);
  const opener = useRef<HTMLButtonElement>(null);
  const { lessons, lessonsDueOn, may } = page;
  if (lessons === '' && lessonsDueOn === null) return null;
  const done = (version?: number) => {
    setOpen(false);
    onSaved(version);
    // The button is back in the next frame, and what was pressed is gone.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <section aria-labelledby="lessons" className={styles.section}>
      <h2 id="lessons">{t('visits.lessons')}</h2>
      {lessons === '' && lessonsDueOn !== null && (
        <p className={may.change ? styles.note : styles.more}>
          {lessonsDueOn < today()
            ? t('visits.lessons_missing', { date: date(lessonsDueOn) })
            : t('visits.lessons_wanted', { date: date(lessonsDueOn), left: words.left(lessonsDueOn) })}
        </p>
      )}
      {lessons !== '' && !open && <MessageBody body={lessons} mentions={[]} language={null} reader={reader} />}
      {open && <LessonsForm page={page} onDone={done} />}
      {may.change && !open && (
        <div>
          <button ref={opener} type="button" className={buttonClass()} onClick={() => setOpen(true)}>
            {t(lessons === '' ? 'visits.lessons_write' : 'visits.lessons_change')}
          </button>
        </div>
      )}
    </section>
  );
}

function LessonsForm({ page, onDone }: { page: VisitPage; onDone(version?: number): void }) {
  const t = useT();
  const own = useVisitForm(page, {
    name: 'lessons',
    fields: ['lessons'],
    valuesOf: lessonsOf,
    changedIn: ({ lessons = '' }, base) => (lessons === base['lessons'] ? {} : { lessons }),
  });
  const { form, values, fromBefore } = own;
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  // Opened by itself it takes nobody away from where they are.
  useEffect(() => {
    if (!fromBefore) box.current?.querySelector('textarea')?.focus();
  }, [box, fromBefore]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    own.save({}, onDone);
  };
  const cancel = () => {
    own.forget();
    onDone();
  };
  return (
    <form ref={box} noValidate className={styles.box} aria-label={t('visits.lessons')} onSubmit={send}>
      <Begun form={own} />
      <Clashes clashes={own.clashes} page={page} onTheirs={own.takeTheirs} />
      <Lines
        id="visit-lessons"
        label={t('visits.field_lessons')}
        hint={t('visits.lessons_hint')}
        problem={form.problem('lessons')}
        value={values['lessons'] ?? ''}
        onChange={(value) => own.set('lessons', value)}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('visits.save')}
        </Button>
        <Button look="quiet" onClick={cancel}>
          {t('visits.cancel')}
        </Button>
      </div>
    </form>
  );
}
