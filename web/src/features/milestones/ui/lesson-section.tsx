/** What others can learn from it, written by whoever changes it; two who write at once see both texts. */
import type { Input, MilestonePage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useEffect, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Lines } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { useProfile } from '../../session';
import { hasFormDraft, useFormDraft } from '../../writing/forms';
import { checkBy } from '../check-by';
import { useFresh, useRefresh } from '../use-milestone';
import { ConflictFrame } from './conflict';
import styles from './milestone-route.module.css';

export function LessonSection({ page }: { page: MilestonePage }) {
  const t = useT();
  const reader = useProfile();
  // What was begun on this device is there when the page is.
  const [writing, setWriting] = useState(() => hasFormDraft(reader.id, draftName(page)));
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

const draftName = ({ milestone }: MilestonePage) => `milestone:${milestone.id}:lesson`;

function LessonForm({ page, onClose }: { page: MilestonePage; onClose(): void }) {
  const { milestone, lesson: current } = page;
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh(milestone.id);
  const fresh = useFresh(milestone.id);
  const { before, keep, forget } = useFormDraft(useProfile().id, draftName(page));
  const [base] = useState({ version: milestone.version, lesson: before?.base['lesson'] ?? current });
  const [lesson, setLesson] = useState(before?.values['lesson'] ?? current);
  const [inConflict, setInConflict] = useState(base.lesson !== current);
  const form = useForm(['lesson'], checkBy('ChangeMilestone'));

  // Opened by itself it takes nobody away from where they are.
  useEffect(() => {
    if (!before) document.getElementById('lesson-text')?.focus();
  }, [before]);
  useEffect(() => keep({ lesson }, { lesson: base.lesson }), [keep, lesson, base]);
  const close = () => {
    forget();
    onClose();
  };

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
    if (lesson.trim() === base.lesson) return close();
    const input = { milestoneId: milestone.id, baseVersion, lesson };
    void form.submit(input, async () => {
      if (!(await send(input))) return setInConflict(true);
      await refresh();
      announce(t('milestone.saved'));
      close();
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
        <ConflictFrame by={undefined} onMine={() => save(milestone.version)} onTheirs={close}>
          <p className={styles.hint}>{t('milestone.conflict_lesson')}</p>
          <p className={`${styles.text} ${styles.said}`}>{current === '' ? t('milestone.lesson_none') : current}</p>
        </ConflictFrame>
      )}
      {before && <p className={styles.hint}>{t('milestone.lesson_begun')}</p>}
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
        <Button look="quiet" onClick={close}>
          {t('milestone.cancel')}
        </Button>
      </div>
    </form>
  );
}
