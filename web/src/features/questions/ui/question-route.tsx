/** A question: what is asked, who is answerable and until when, what was answered, and what happened to it. */
import type { QuestionPage } from '@hub/contracts';
import { useState } from 'react';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link, useParams, useSearch } from '../../../router';
import { Failed, Loading, PageHeader, useHere } from '../../../ui';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { isGuestExpert } from '../may';
import { isEnglish } from '../question-values';
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
import { panelOf, Work, type Panel } from './work';
import styles from './questions.module.css';

const address = '/q/$questionId';

export function QuestionRoute() {
  const { questionId } = useParams(address);
  const t = useT();
  const { data, error, refetch } = useQuestion(questionId);
  // A guest expert has no pages of the network.
  const guest = isGuestExpert(useProfile());
  useHere(guest ? undefined : data?.network.slug);
  if (data) return <Question key={questionId} page={data} guest={guest} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('questions.loading_one')} />;
}

function Question({ page, guest }: { page: QuestionPage; guest: boolean }) {
  const t = useT();
  const locale = useLocale();
  const reader = useProfile();
  const { full, languageName } = useFormats();
  const search = useSearch(address);
  const [panel, setPanel] = useState<Panel | undefined>(() => panelOf(search.do, page));
  const { title, body, language, summary, network, partnership, askedBy, askedAt, message } = page;
  // Whoever is to answer reads it first, everybody else what was answered.
  const answerable = page.responsible?.id === reader.id;
  const context = !guest && (
    <section aria-labelledby="context" className={styles.section}>
      <h2 id="context">{t('questions.context')}</h2>
      <Context context={page.context} partnership={partnership} />
    </section>
  );
  return (
    <>
      <PageHeader
        lang={language}
        path={guest ? undefined : <QuestionPath network={network} />}
        lead={
          <div className={styles.lead}>
            <p className={styles.facts}>
              <StateTag state={page.state} />
              <span>
                {partnership
                  ? t('questions.asked_for', { name: askedBy.name, partnership: partnership.name })
                  : t('questions.asked_by', { name: askedBy.name })}
              </span>
              <time dateTime={askedAt}>{full(askedAt)}</time>
              {guest && <span lang="en">{network.name}</span>}
              <span>{t(`question_visibility.${page.visibility}`)}</span>
              {language !== locale && <span>{languageName(language)}</span>}
            </p>
            <Tags of={page.tags} />
          </div>
        }
      >
        {title}
      </PageHeader>
      <div className={styles.page}>
        {page.closed && <Closed closed={page.closed} />}
        <Standing page={page} />
        <section aria-labelledby="says" className={styles.section}>
          <h2 id="says" className="visually-hidden">
            {t('questions.says')}
          </h2>
          {summary !== '' && !isEnglish(language) && (
            <div className={styles.english}>
              <h3>{t('questions.in_english')}</h3>
              <p lang="en">{summary}</p>
            </div>
          )}
          <div className={styles.text}>
            <MessageBody body={body} mentions={none} language={language} reader={reader} />
          </div>
          {message && (
            <p className={styles.links}>
              <Link to="/t/$topicId" params={{ topicId: message.topicId }} search={{ m: message.id }}>
                {t('questions.first_said')}
              </Link>
            </p>
          )}
        </section>
        {answerable && context}
        <Work page={page} panel={panel} onPanel={setPanel} />
        <Share page={page} />
        <Answers page={page} panel={panel} onPanel={setPanel} chosen={search} />
        <Remarks page={page} panel={panel} onPanel={setPanel} />
        {!answerable && context}
        <History page={page} />
      </div>
    </>
  );
}

const none: never[] = [];
