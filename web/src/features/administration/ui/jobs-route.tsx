/** What the queue gave up, for administrators: each is tried again by a person, once the cause is mended. */
import type { FailedJob } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import { useFormats, useT, type MessageId } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, EmptyState, Failed, Loading, PageHeader, useNow } from '../../../ui';
import { CarePath } from './care-path';
import styles from './care.module.css';

export function JobsRoute() {
  const t = useT();
  const hub = useHub();
  const { data, error, refetch } = useQuery({
    queryKey: ['failed-jobs'],
    queryFn: () => hub.call('job.listFailed', {}),
    staleTime: 0,
  });
  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('jobs.loading')} />;
  }
  return <Jobs jobs={data} />;
}

/** What is tried again stays until the page is left, so that nothing moves. */
function Jobs({ jobs }: { jobs: readonly FailedJob[] }) {
  const t = useT();
  const [seen, setSeen] = useState(jobs);
  const known = new Set(seen.map(keyOf));
  const added = jobs.filter((job) => !known.has(keyOf(job)));
  if (added.length > 0) setSeen([...added, ...seen]);
  return (
    <div className={styles.page}>
      <PageHeader path={<CarePath />} lead={t('jobs.lead')}>
        {t('admin.jobs')}
      </PageHeader>
      {seen.length === 0 ? (
        <EmptyState title={t('jobs.none')}>{t('jobs.none_hint')}</EmptyState>
      ) : (
        <ul className={styles.terms}>
          {seen.map((job) => (
            <Job key={keyOf(job)} job={job} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** What was tried again in vain is given up anew. */
const keyOf = ({ id, failedAt }: FailedJob) => `${id} ${failedAt}`;

function Job({ job }: { job: FailedJob }) {
  const { id, topic, failure, failedAt } = job;
  const t = useT();
  const hub = useHub();
  const { moment } = useFormats();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<'jobs.trying' | 'jobs.gone'>();
  const [refused, setRefused] = useState<unknown>();
  const end = useRef<HTMLParagraphElement>(null);
  const name = t(topics[topic] ?? 'jobs.topic.other', { topic });

  const settle = (settled: 'jobs.trying' | 'jobs.gone') => {
    flushSync(() => setOutcome(settled));
    end.current?.focus();
    announce(t(settled));
  };
  const replay = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('job.replay', { jobId: id });
      settle('jobs.trying');
    } catch (error) {
      if (error instanceof Failure && error.code === 'NOT_FOUND') settle('jobs.gone');
      else setRefused(error);
    }
    setBusy(false);
  };
  return (
    <li className={styles.term}>
      <div>
        <span className={styles.role}>{name}</span>
        <span className={styles.where}>{t('jobs.since', { at: moment(failedAt, now) })}</span>
        {failure !== '' && <span className={styles.where}>{t('jobs.failure', { failure })}</span>}
      </div>
      {outcome ? (
        <p ref={end} tabIndex={-1}>
          {t(outcome)}
        </p>
      ) : (
        <Button busy={busy} aria-label={t('jobs.again_of', { name, id })} onClick={() => void replay()}>
          {t('jobs.again')}
        </Button>
      )}
      {refused !== undefined && <Failed error={refused} onRetry={() => void replay()} />}
    </li>
  );
}

const topics: Partial<Record<string, MessageId>> = {
  'acknowledgement.missing': 'jobs.topic.acknowledgement.missing',
  'broadcast.not_sent': 'jobs.topic.broadcast.not_sent',
  'broadcast.sent': 'jobs.topic.broadcast.sent',
  'broadcast.tested': 'jobs.topic.broadcast.tested',
  'digest.due': 'jobs.topic.digest.due',
  'invitation.sent': 'jobs.topic.invitation.sent',
  'letters.due': 'jobs.topic.letters.due',
  'message.mentioned': 'jobs.topic.message.mentioned',
  'message.reported': 'jobs.topic.message.reported',
  'milestone.changed': 'jobs.topic.milestone.changed',
  'role.ending': 'jobs.topic.role.ending',
  'sign_in.asked': 'jobs.topic.sign_in.asked',
};
