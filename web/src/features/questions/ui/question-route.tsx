/** A question: what is asked, who is answerable and until when, what was answered, and what happened to it. */
import type { QuestionPage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link, useParams, useSearch } from '../../../router';
import { Failed, Loading, PageHeader, useHere } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { holds, isInside } from '../may';
import { isEnglish } from '../question-values';
import { useDay } from '../use-day';
import { usePanel } from '../use-panel';
import { useQuestion } from '../use-questions';
import { Answers } from './answers';
import { Closed } from './closed';
import { Context } from './context';
import { History } from './history';
import { QuestionPath } from './question-path';
import { Remarks } from './remarks';
import { Share } from './share';
import { Standing } from './standing';
import { StateTag } from './state-tag';
import { Tags } from './tags';
import { Unsent } from './unsent';
import { Work } from './work';
import styles from './question-route.module.css';

const address = '/q/$questionId';

export function QuestionRoute() {
  const { questionId } = useParams(address);
  const t = useT();
  const { data, error, refetch } = useQuestion(questionId);
  const reader = useProfile();
  // Whoever is of another network, or a guest expert, has no pages of this one.
  const inside = data !== undefined && isInside(reader, data.network);
  useHere(inside ? data.network.slug : undefined);
  // Whoever does not see it any more has no use for what it said.
  const isGone = error instanceof Failure && error.code === 'NOT_FOUND';
  if (data && !isGone) return <Question key={questionId} page={data} inside={inside} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('questions.loading_one')} />;
}

function Question({ page, inside }: { page: QuestionPage; inside: boolean }) {
  const t = useT();
  const locale = useLocale();
  const reader = useProfile();
  const { full, languageName } = useFormats();
  const day = useDay();
  const search = useSearch(address);
  const { onAnswered, ...opened } = usePanel(page);
  const { title, body, language, summary, network, partnership, askedBy, askedAt, message } = page;
  // Whoever is to answer reads it first, everybody else what was answered.
  const answerable = page.responsible?.id === reader.id;
  // The hub tells those from outside nothing of those who ask but their name.
  const context = (inside || (page.visibility === 'all_networks' && holds(reader, 'people'))) && (
    <section aria-labelledby="context" className={pages.section}>
      <h2 id="context">{t('questions.context')}</h2>
      <Context context={page.context} partnership={partnership} inside={inside} />
    </section>
  );
  const answers = <Answers key="answers" page={page} {...opened} chosen={search} onAnswered={onAnswered} />;
  // Where those who ask are asked back, that is what matters next.
  const remarks = <Remarks key="remarks" page={page} {...opened} />;
  return (
    <>
      <PageHeader
        lang={language}
        path={inside ? <QuestionPath network={network} /> : undefined}
        lead={
          <div className={styles.lead}>
            <p className={pages.facts}>
              <StateTag state={page.state} />
              <span>
                {partnership
                  ? t('questions.asked_for', { name: askedBy.name, partnership: partnership.name })
                  : t('questions.asked_by', { name: askedBy.name })}
              </span>
              <time dateTime={askedAt} title={full(askedAt)}>
                {day(askedAt)}
              </time>
              {!inside && <span lang="en">{network.name}</span>}
              <span>{t(`question_visibility.${page.visibility}`)}</span>
              {language !== locale && <span>{languageName(language)}</span>}
            </p>
            <Tags of={page.tags} />
          </div>
        }
      >
        {title}
      </PageHeader>
      <div className={pages.page}>
        {page.closed && <Closed closed={page.closed} />}
        <Standing page={page} />
        <section aria-labelledby="says" className={pages.section}>
          <h2 id="says" className="visually-hidden">
            {t('questions.says')}
          </h2>
          {summary !== '' && !isEnglish(language) && (
            <div className={styles.english}>
              <h3>{t('questions.in_english')}</h3>
              <p lang="en">{summary}</p>
            </div>
          )}
          <div className={pages.text}>
            <MessageBody body={body} mentions={none} language={language} reader={reader} />
          </div>
          {message && (
            <p className={pages.links}>
              <Link to="/t/$topicId" params={{ topicId: message.topicId }} search={{ m: message.id }}>
                {t('questions.first_said')}
              </Link>
            </p>
          )}
        </section>
        {answerable && context}
        {!page.may.edit && !page.may.describe && (
          <Unsent name={`question:edit:${page.id}`} fields={['title', 'body', 'summary']} back="main h1" />
        )}
        <Work page={page} {...opened} />
        <Share page={page} />
        {page.pausedSince === null ? [answers, remarks] : [remarks, answers]}
        {!answerable && context}
        <History page={page} />
      </div>
    </>
  );
}

const none: never[] = [];
