/** Where one is, what the topic is called, whether it is settled, and what can be done with it. */
import type { TopicPage } from '@hub/contracts';
import { CircleCheck, Ellipsis } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { PageHeading, Path } from '../../../ui';
import { loadTools } from '../load-tools';
import { DirectLine } from '../../channels';
import styles from './topic-route.module.css';

const TopicMenu = lazy(async () => ({ default: (await loadTools()).TopicMenu }));

interface Props {
  page: TopicPage;
  onResolve(resolved: boolean): void;
}

export function TopicHeader({ page: { topic, channel }, onResolve }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const { slug: networkSlug, name } = channel.network;
  const direct = channel.kind === 'direct';
  return (
    <header className={styles.header}>
      <div className={styles.place}>
        {/* Beside the path, so that the conversation does not move when somebody settles the topic. */}
        <div className={styles.over}>
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug }}>
              {name}
            </Link>
            {!direct && (
              <Link to="/n/$networkSlug/c/$channelId" params={{ networkSlug, channelId: channel.id }}>
                {channel.name}
              </Link>
            )}
          </Path>
          {topic.resolved && (
            <p className={styles.resolved}>
              <CircleCheck aria-hidden size={15} />
              {t('channels.resolved')}
            </p>
          )}
        </div>
        <PageHeading className={styles.heading}>{direct ? channel.name : topic.title}</PageHeading>
        {direct && <DirectLine channel={channel} />}
      </div>
      <button
        ref={button}
        type="button"
        className={styles.menu}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('channels.topic_menu')}
        title={t('channels.topic_menu')}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis aria-hidden size={20} />
      </button>
      {open && (
        <Suspense>
          <TopicMenu anchor={button} topic={topic} onResolve={onResolve} onClose={close} />
        </Suspense>
      )}
    </header>
  );
}
