/** On the first page: what waits for an answer of the reader by age, and what in their networks nobody is answerable for. */
import type { NetworkCard } from '@hub/contracts';
import { useQueries } from '@tanstack/react-query';
import { CircleQuestionMark } from 'lucide-react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { useProfile } from '../../session';
import { mayAnswer } from '../may';
import { questionQueue, useFollowing, useQuestionInbox } from '../use-questions';
import { WaitingLine } from './waiting-line';
import styles from './waiting-section.module.css';

const most = 5;

export function QuestionsWaiting({
  networks,
}: {
  networks: readonly Pick<NetworkCard, 'slug' | 'name' | 'myRoles'>[];
}) {
  const t = useT();
  const hub = useHub();
  useFollowing();
  const { data: inbox } = useQuestionInbox(mayAnswer(useProfile()));
  const own = networks.filter(({ myRoles }) => myRoles.includes('project_coordinator'));
  const queues = useQueries({ queries: own.map(({ slug }) => questionQueue(hub, slug)) });
  const unrouted = own.flatMap((network, n) => {
    const { open = [], late = [] } = queues[n]?.data ?? {};
    return open.length + late.length > 0 ? [{ network, open: open.length, late: late.length }] : [];
  });
  const waiting = inbox?.waiting ?? [];
  if (waiting.length === 0 && unrouted.length === 0) return null;
  return (
    <section aria-labelledby="questions-waiting" className={styles.section}>
      <h2 id="questions-waiting">{t('questions.home')}</h2>
      <ul className={styles.list}>
        {unrouted.map(({ network, open, late }) => (
          <li key={network.slug}>
            <CircleQuestionMark aria-hidden size={18} />
            <div>
              <p>
                <Link to="/n/$networkSlug/questions/queue" params={{ networkSlug: network.slug }}>
                  {open > 0 ? t('questions.home_open', { count: open }) : t('questions.home_late', { count: late })}
                </Link>
              </p>
              <p className={styles.where}>
                <span lang="en">{network.name}</span>
                {open > 0 && late > 0 && <span>{t('questions.home_late', { count: late })}</span>}
              </p>
            </div>
          </li>
        ))}
        {waiting.slice(0, most).map((one) => (
          <li key={one.id}>
            <CircleQuestionMark aria-hidden size={18} />
            <div>
              <p>
                <Link to="/q/$questionId" params={{ questionId: one.id }} lang={one.language} dir="auto">
                  {one.title}
                </Link>
              </p>
              <WaitingLine of={one} />
              <p className={styles.where}>
                {one.partnership && <span>{one.partnership.name}</span>}
                <span lang="en">{one.network.name}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <p>
          <Link to="/questions">{t('questions.home_all', { count: waiting.length })}</Link>
        </p>
      )}
    </section>
  );
}
