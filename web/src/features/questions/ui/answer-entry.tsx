/** One answer: who gives it as what, where it is written down, who found it helpful and who stands by it. */
import type { Answer, QuestionPage } from '@hub/contracts';
import { BadgeCheck, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, buttonClass, Failed, Moment } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { useRefresh } from '../use-questions';
import { AnswerEdit } from './answer-edit';
import { SourceList } from './source-list';
import { Unsent } from './unsent';
import styles from './said.module.css';

export function AnswerEntry({ answer, page }: { answer: Answer; page: QuestionPage }) {
  const t = useT();
  const reader = useProfile();
  const { full } = useFormats();
  const [editing, setEditing] = useState(false);
  const { id, author, role, body, language, sources, at, editedAt, acceptedAt, endorsedBy, message } = answer;
  return (
    <article className={styles.answer} aria-labelledby={`by-${id}`} data-accepted={acceptedAt !== null || undefined}>
      <p className={styles.by} id={`by-${id}`}>
        <strong>{author.name}</strong>
        {role !== null && <span>{t(`role.${role}`)}</span>}
        <Moment at={at} />
        {editedAt !== null && <span title={full(editedAt)}>{t('questions.edited')}</span>}
      </p>
      {(acceptedAt !== null || endorsedBy.length > 0) && (
        <div className={styles.marks}>
          {acceptedAt !== null && (
            <p data-mark="accepted">
              <CircleCheck aria-hidden size={17} />
              {t('questions.accepted')}
            </p>
          )}
          {endorsedBy.map(({ person, role: as }) => (
            <p key={person.id} data-mark="endorsed">
              <BadgeCheck aria-hidden size={17} />
              {as === null
                ? t('questions.endorsed_by', { name: person.name })
                : t('questions.endorsed_as', { name: person.name, role: t(`role.${as}`) })}
            </p>
          ))}
        </div>
      )}
      {!answer.may.edit && <Unsent name={`answer:edit:${id}`} back="#answers" />}
      {editing && answer.may.edit ? (
        <AnswerEdit
          answer={answer}
          onDone={() => {
            setEditing(false);
            requestAnimationFrame(() => document.getElementById(`change-${id}`)?.focus());
          }}
        />
      ) : (
        <>
          <div className={pages.text}>
            <MessageBody body={body} mentions={none} language={language} reader={reader} />
          </div>
          <SourceList of={sources} />
          {message && (
            <p className={pages.links}>
              <Link to="/t/$topicId" params={{ topicId: message.topicId }} search={{ m: message.id }}>
                {t('questions.first_said')}
              </Link>
            </p>
          )}
          <Deeds answer={answer} page={page} onEdit={() => setEditing(true)} />
        </>
      )}
    </article>
  );
}

interface DeedsProps {
  answer: Answer;
  page: QuestionPage;
  onEdit(): void;
}

function Deeds({ answer, onEdit }: DeedsProps) {
  const t = useT();
  const hub = useHub();
  const { id: readerId } = useProfile();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { id: answerId, acceptedAt, endorsedBy, noteNumber, may } = answer;
  const endorsed = endorsedBy.some(({ person }) => person.id === readerId);
  const carryOut = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      await refresh();
      announce(said);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const accept = (accepted: boolean) =>
    void carryOut(
      () => hub.call('answer.accept', { answerId, accepted }),
      t(accepted ? 'questions.accept_said' : 'questions.unaccept_said'),
    );
  const endorse = (on: boolean) =>
    void carryOut(
      () => hub.call('answer.endorse', { answerId, endorsed: on }),
      t(on ? 'questions.endorse_said' : 'questions.unendorse_said'),
    );
  if (!may.accept && !may.endorse && !may.edit && !may.publish && noteNumber === null) return null;
  return (
    <>
      <div className={pages.actions}>
        {may.accept && (
          <Button
            look={acceptedAt === null ? 'primary' : 'quiet'}
            busy={busy}
            onClick={() => accept(acceptedAt === null)}
          >
            {t(acceptedAt === null ? 'questions.accept' : 'questions.unaccept')}
          </Button>
        )}
        {may.endorse && (
          <Button look={endorsed ? 'quiet' : 'plain'} busy={busy} onClick={() => endorse(!endorsed)}>
            {t(endorsed ? 'questions.unendorse' : 'questions.endorse')}
          </Button>
        )}
        {may.publish && noteNumber === null && (
          <Link to="/answers/$answerId/note" params={{ answerId }} className={buttonClass()}>
            {t('questions.publish')}
          </Link>
        )}
        {may.edit && (
          <Button id={`change-${answerId}`} look="quiet" onClick={onEdit}>
            {t('questions.answer_edit')}
          </Button>
        )}
        {noteNumber !== null && (
          <Link to="/k/$number" params={{ number: String(noteNumber) }}>
            {t('questions.note', { number: noteNumber })}
          </Link>
        )}
      </div>
      {error !== undefined && <Failed error={error} />}
    </>
  );
}

const none: never[] = [];
