/** What others can learn from it, written by whoever changes it; two who write at once see both texts. */
import type { Input, MilestonePage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Lines } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { useFresh, useRefresh } from '../use-milestone';
import { ConflictFrame } from './conflict';
import styles from './milestone-route.module.css';

export function LessonSection({ page }: { page: MilestonePage }) {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const { lesson, may } = page;
  if (lesson === '' && !may.change) return null;
  const close = () => {
    setWriting(false);
    // The button is there again with the next frame.
    requestAnimationFrame(() => document.getElementById('write-lesson')?.focus());
  };
  return (
    <section aria-labelledby="lesson" className={styles.section}>
      <h2 id="lesson">{t('milestone.lesson')}</h2>
      {lesson !== '' && !writing && <p className={styles.text}>{lesson}</p>}
      {may.change && writing && <LessonForm page={page} onClose={close} />}
      {may.change && !writing && (
        <Button id="write-lesson" onClick={() => setWriting(true)}>
          {t(lesson === '' ? 'milestone.lesson_write' : 'milestone.lesson_change')}
        </Button>
      )}
    </section>
  );
}

function LessonForm({ page: { milestone, lesson: current }, onClose }: { page: MilestonePage; onClose(): void }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh(milestone.id);
  const fresh = useFresh(milestone.id);
  const [base] = useState({ version: milestone.version, lesson: current });
  const [lesson, setLesson] = useState(current);
  const [inConflict, setInConflict] = useState(false);
  const form = useForm(['lesson'], checkBy('ChangeMilestone'));

  /** Answers false where somebody else wrote meanwhile. What else of the milestone was changed stays as it is. */
  const send = async (input: Input<'milestone.change'>): Promise<boolean> => {
    try {
      await hub.call('milestone.change', input);
      return true;
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
      const now = await fresh();
      const { version } = now.milestone;
      if (version <= input.baseVersion || now.lesson !== base.lesson) return false;
      return send({ ...input, baseVersion: version });
    }
  };

  const save = (baseVersion: number) => {
    if (lesson.trim() === base.lesson) return onClose();
    const input = { milestoneId: milestone.id, baseVersion, lesson };
    void form.submit(input, async () => {
      if (!(await send(input))) return setInConflict(true);
      await refresh();
      announce(t('milestone.saved'));
      onClose();
    });
  };

  return (
    <form
      noValidate
      className={forms.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(base.version);
      }}
    >
      {inConflict && (
        <ConflictFrame by={undefined} onMine={() => save(milestone.version)} onTheirs={onClose}>
          <p className={styles.hint}>{t('milestone.conflict_lesson')}</p>
          <p className={`${styles.text} ${styles.said}`}>{current === '' ? t('milestone.lesson_none') : current}</p>
        </ConflictFrame>
      )}
      <Lines
        id="lesson-text"
        label={t('milestone.lesson_label')}
        hint={t('milestone.lesson_hint')}
        problem={form.problem('lesson')}
        required={false}
        value={lesson}
        onChange={(value) => {
          setLesson(value);
          form.clear('lesson');
        }}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('milestone.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('milestone.cancel')}
        </Button>
      </div>
    </form>
  );
}
