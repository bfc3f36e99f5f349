/** A broadcast: what it says, in the reader's language first, and one button where they are asked to say that they have read it. */
import type { BroadcastPage } from '@hub/contracts';
import { useState } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { Failed, Loading, PageHeader, useHere } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { useBroadcast, useOwnNetwork } from '../use-broadcasts';
import { Acknowledgement } from './acknowledgement';
import { BroadcastPath } from './broadcast-path';
import styles from './broadcasts.module.css';
import { State } from './state';
import { Talk } from './talk';
import { Unsent } from './unsent';
import { Versions } from './versions';

export function BroadcastRoute() {
  const { broadcastId } = useParams('/b/$broadcastId');
  const t = useT();
  const { data, error, refetch } = useBroadcast(broadcastId);
  useHere(useOwnNetwork(data?.networks)?.slug);
  if (data) return <Broadcast key={broadcastId} page={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('broadcasts.loading_one')} />;
}

function Broadcast({ page }: { page: BroadcastPage }) {
  const t = useT();
  const { full, list, languageName } = useFormats();
  const profile = useProfile();
  const [chosen, setChosen] = useState<string>();
  const { id, status, author, networks, texts, sentAt, may } = page;
  const read = texts.find(({ language }) => language === chosen) ?? page;
  const isSent = status === 'sent';
  return (
    <>
      <PageHeader
        lang={read.language}
        path={<BroadcastPath network={useOwnNetwork(networks)} />}
        lead={
          <div className={styles.lead}>
            <p>
              {sentAt === null
                ? t('broadcasts.written_by', { name: author.name })
                : t('broadcasts.sent_by', { name: author.name, moment: full(sentAt) })}
              {networks.length > 1 && (
                <> {t('broadcasts.sent_to', { networks: list(networks.map(({ name }) => name)) })}</>
              )}
            </p>
            {isSent && page.acknowledgedAt === null && <State of={page} />}
          </div>
        }
      >
        {read.title}
      </PageHeader>
      <div className={styles.page}>
        {(may.change || may.correct || (isSent && may.reach)) && (
          <p className={styles.links}>
            {isSent && may.reach && (
              <Link to="/b/$broadcastId/reach" params={{ broadcastId: id }}>
                {t('broadcasts.reach')}
              </Link>
            )}
            {isSent && may.correct && (
              <Link to="/b/$broadcastId/change" params={{ broadcastId: id }}>
                {t('broadcasts.correct')}
              </Link>
            )}
          </p>
        )}
        {!isSent && <Unsent page={page} />}
        {page.version > 1 && <Versions page={page} />}
        <section aria-labelledby="says" className={pages.section}>
          <h2 id="says" className="visually-hidden">
            {t('broadcasts.says')}
          </h2>
          {texts.length > 1 && (
            <div role="group" aria-label={t('broadcasts.languages')} className={styles.languages}>
              {texts.map(({ language }) => (
                <button
                  key={language}
                  type="button"
                  lang={language}
                  aria-pressed={language === read.language}
                  onClick={() => setChosen(language)}
                >
                  {languageName(language)}
                </button>
              ))}
            </div>
          )}
          <div className={styles.text}>
            <MessageBody body={read.body} mentions={none} language={read.language} reader={profile} />
          </div>
        </section>
        {isSent && <Acknowledgement page={page} />}
        {isSent && <Talk page={page} />}
      </div>
    </>
  );
}

const none: never[] = [];
