/** What waits for an answer of the reader, the oldest first, each with what must be known to answer it. */
import type { Profile, QuestionCard, QuestionInbox, WaitingQuestion } from '@hub/contracts';
import { useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, buttonClass, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { NotFound } from '../../../ui/not-found';
import pages from '../../../ui/pages.module.css';
import { useProfile } from '../../session';
import { holds, isGuestExpert, isInside, mayAnswer } from '../may';
import type { Panel } from '../use-panel';
import { useQuestionInbox, useRefresh } from '../use-questions';
import { useRowKeys } from '../use-row-keys';
import { Context } from './context';
import { QuestionItem } from './question-item';

export function InboxRoute() {
  const t = useT();
  const { data, error, refetch } = useQuestionInbox();
  const profile = useProfile();
  // A guest asks no questions and sees none.
  if (!holds(profile, 'people') && !mayAnswer(profile)) return <NotFound />;
  if (data) return <Inbox inbox={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('questions.loading')} />;
}

function Inbox({ inbox: { waiting, askedBack, open, followed } }: { inbox: QuestionInbox }) {
  const t = useT();
  const profile = useProfile();
  const answers = mayAnswer(profile);
  // Of the reader's own questions those are first where it is their turn.
  const isTheirTurn = ({ askedBy, target }: QuestionCard) => askedBy.id === profile.id && target?.at === null;
  const yourTurn = followed.filter(isTheirTurn);
  const others = followed.filter((one) => !isTheirTurn(one));
  const page = useRef<HTMLDivElement>(null);
  useRowKeys(page);
  const rows = (of: readonly QuestionCard[], more?: (one: QuestionCard) => ReactNode) => (
    <ul className={pages.list}>
      {of.map((one) => (
        <QuestionItem key={one.id} of={one} named>
          {more?.(one)}
        </QuestionItem>
      ))}
    </ul>
  );
  return (
    <>
      <PageHeader
        title={t('questions.inbox_title')}
        lead={t(answers ? 'questions.inbox_lead' : 'questions.inbox_lead_asker')}
        actions={
          answers && (
            <Link to="/settings/away" className={buttonClass('quiet')}>
              {t('questions.away')}
            </Link>
          )
        }
      >
        {t('questions.title')}
      </PageHeader>
      <div ref={page} className={pages.page}>
        {yourTurn.length > 0 && (
          <section aria-labelledby="your-turn" className={pages.section}>
            <h2 id="your-turn">{t('questions.your_turn')}</h2>
            <p className={pages.hint}>{t('questions.your_turn_hint')}</p>
            {rows(yourTurn, (one) => (
              <div className={pages.actions}>
                <Opening of={one} panel="remark" look="primary" text={t('questions.reply')} />
              </div>
            ))}
          </section>
        )}
        {answers && (
          <section aria-labelledby="waiting" className={pages.section}>
            <h2 id="waiting">{t('questions.waiting')}</h2>
            {waiting.length === 0 ? (
              <EmptyState title={t('questions.waiting_none')}>{t('questions.waiting_none_hint')}</EmptyState>
            ) : (
              <ul className={pages.list}>
                {waiting.map((one) => (
                  <QuestionItem key={one.id} of={one} named>
                    <Waiting of={one} reader={profile} />
                  </QuestionItem>
                ))}
              </ul>
            )}
          </section>
        )}
        {askedBack.length > 0 && (
          <section aria-labelledby="asked-back" className={pages.section}>
            <h2 id="asked-back">{t('questions.asked_back')}</h2>
            <p className={pages.hint}>{t('questions.asked_back_hint')}</p>
            {rows(askedBack)}
          </section>
        )}
        {open.length > 0 && (
          <section aria-labelledby="open" className={pages.section}>
            <h2 id="open">{t('questions.open')}</h2>
            <p className={pages.hint}>{t('questions.open_hint')}</p>
            {rows(open, (one) => (
              <div className={pages.actions}>
                <Take question={one} />
              </div>
            ))}
          </section>
        )}
        {!isGuestExpert(profile) && (others.length > 0 || yourTurn.length === 0) && (
          <section aria-labelledby="followed" className={pages.section}>
            <h2 id="followed">{t('questions.followed')}</h2>
            {others.length === 0 ? (
              <EmptyState title={t('questions.followed_none')}>{t('questions.followed_none_hint')}</EmptyState>
            ) : (
              rows(others)
            )}
          </section>
        )}
      </div>
    </>
  );
}

function Waiting({ of, reader }: { of: WaitingQuestion; reader: Profile }) {
  const t = useT();
  const { excerpt, language, responsible } = of;
  return (
    <>
      <p className={pages.excerpt} lang={language} dir="auto">
        {excerptText(excerpt, t)}
      </p>
      {responsible !== null && responsible.id !== reader.id && (
        <p className={pages.hint}>{t('questions.asked_second')}</p>
      )}
      {isInside(reader, of.network) && <Context context={of.context} partnership={of.partnership} most={3} />}
      <div className={pages.actions}>
        {responsible?.id === reader.id ? (
          <>
            <Opening of={of} panel="answer" look="primary" text={t('questions.answer')} />
            <Opening of={of} panel="askBack" look="plain" text={t('questions.ask_back')} />
            {holds(reader, 'answer_questions', of.network.slug) && (
              <Opening of={of} panel="give" look="quiet" text={t('questions.pass_on')} />
            )}
            <Opening of={of} panel="decline" look="quiet" text={t('questions.decline')} />
          </>
        ) : (
          <Take question={of} />
        )}
      </div>
    </>
  );
}

interface OpeningProps {
  of: QuestionCard;
  panel: Panel;
  look: 'primary' | 'plain' | 'quiet';
  text: string;
}

/** Leads to a form at the question. Beside those of other questions it says which one it is of. */
function Opening({ of: { id: questionId, title }, panel, look, text }: OpeningProps) {
  const t = useT();
  return (
    <Link
      to="/q/$questionId"
      params={{ questionId }}
      search={{ do: panel }}
      className={buttonClass(look)}
      aria-label={t('questions.of_title', { action: text, title })}
    >
      {text}
    </Link>
  );
}

/** Who takes a question goes on to answer it. */
function Take({ question: { id: questionId, title } }: { question: QuestionCard }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const take = async () => {
    setBusy(true);
    try {
      await hub.call('question.take', { questionId });
      await refresh();
      navigate({ to: '/q/$questionId', params: { questionId }, search: { do: 'answer' } });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        busy={busy}
        aria-label={t('questions.of_title', { action: t('questions.take'), title })}
        onClick={() => void take()}
      >
        {t('questions.take')}
      </Button>
      {error !== undefined && <Failed error={error} />}
    </>
  );
}
