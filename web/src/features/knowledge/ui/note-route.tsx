/** A knowledge note at its address for ever: what it says, where that is written down, who wrote it, and how to cite it. */
import type { NotePage } from '@hub/contracts';
import { Pencil } from 'lucide-react';
import { useFormats, useT } from '../../../i18n';
import { Link, useParams, useSearch } from '../../../router';
import { buttonClass, Failed, Loading, PageHeader, Path } from '../../../ui';
import { MessageBody } from '../../messages';
import { SourceList, Tags, useDay } from '../../questions/forms';
import { useProfile } from '../../session';
import { writtenAt } from '../citation';
import { useNote } from '../use-notes';
import { Citation } from './citation';
import { Keeping } from './keeping';
import styles from './knowledge.module.css';
import { Versions } from './versions';

const address = '/k/$number';

export function NoteRoute() {
  const number = Number(useParams(address).number);
  const { version } = useSearch(address);
  const t = useT();
  const { data, error, refetch } = useNote(number, version);
  if (data) return <Note key={`${number}/${data.version}`} note={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('knowledge.loading_one')} />;
}

function Note({ note }: { note: NotePage }) {
  const t = useT();
  const profile = useProfile();
  const { number, title, language, withdrawn, version, latest, may } = note;
  const params = { number: String(number) };
  const isLatest = version === latest;
  return (
    <>
      <PageHeader
        title={t('knowledge.window', { number, title })}
        lang={language}
        path={
          <Path>
            <Link to="/knowledge">{t('knowledge.title')}</Link>
          </Path>
        }
        lead={<Facts note={note} />}
        actions={
          may.revise &&
          isLatest && (
            <Link to="/k/$number/change" params={params} className={`${buttonClass()} ${styles.offPaper}`}>
              <Pencil aria-hidden size={18} />
              {t('knowledge.change')}
            </Link>
          )
        }
      >
        {title}
      </PageHeader>
      <div className={styles.page}>
        {withdrawn && (
          <div className={styles.withdrawn}>
            <p>
              <strong>{t('knowledge.withdrawn')}</strong>
            </p>
            <p dir="auto">{note.withdrawnReason}</p>
          </div>
        )}
        {!withdrawn && !isLatest && (
          <p className={styles.earlier}>
            {t('knowledge.earlier', { version })}{' '}
            <Link to="/k/$number" params={params}>
              {t('knowledge.to_latest')}
            </Link>
          </p>
        )}
        {!withdrawn && (
          <article className={styles.text} aria-label={title}>
            <MessageBody body={note.body} mentions={none} language={language} reader={profile} />
            <SourceList of={note.sources} />
          </article>
        )}
        {!withdrawn && <Tags of={note.tags} />}
        {note.question && (
          <p className={styles.question}>
            {t('knowledge.answers')}{' '}
            <Link to="/q/$questionId" params={{ questionId: note.question.id }} dir="auto">
              {note.question.title}
            </Link>
          </p>
        )}
        {!withdrawn && <Citation note={note} />}
        {note.versions.length > 1 && <Versions note={note} />}
        {may.revise && isLatest && <Keeping note={note} />}
      </div>
    </>
  );
}

function Facts({ note }: { note: NotePage }) {
  const t = useT();
  const { date } = useFormats();
  const day = useDay();
  const { author, role, network, number, version, reviewOn, withdrawn } = note;
  return (
    <dl className={styles.about}>
      <div>
        <dt>{t('knowledge.by')}</dt>
        <dd>{role === null ? author.name : t('knowledge.author', { name: author.name, role: t(`role.${role}`) })}</dd>
      </div>
      <div>
        <dt>{t('knowledge.network')}</dt>
        <dd lang="en">{network.name}</dd>
      </div>
      <div>
        <dt>{t('knowledge.number')}</dt>
        <dd>{withdrawn ? number : t('knowledge.number_version', { number, version, day: day(writtenAt(note)) })}</dd>
      </div>
      {!withdrawn && (
        <div>
          <dt>{t('knowledge.review_on')}</dt>
          <dd>
            <time dateTime={reviewOn}>{date(reviewOn)}</time>
          </dd>
        </div>
      )}
    </dl>
  );
}

const none: never[] = [];
