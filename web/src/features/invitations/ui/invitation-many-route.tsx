/** Inviting everybody on a list: the file is shown line by line with what is wrong in it before anybody is invited. */
import type { InvitationPreview } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, useParams } from '../../../router';
import { Button, Failed, Field, inputClass, Loading, PageHeader } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useInvitationChanges } from '../use-invitations';
import { FaultList } from './fault-list';
import { InvitationPath } from './invitation-path';
import styles from './invitations.module.css';
import { PreviewTable } from './preview-table';

const example = [
  'email,name,role,partnership,side,until,language',
  'amara@example.org,Amara Mwansa,team_member,granvika-mto-mpya,international,2028-12-31,en',
  'karin@example.org,Karin Ek,expert,,,,sv',
].join('\n');

export function InvitationManyRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/invitations/many');
  const t = useT();
  const { data: network, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  if (!network) return <Loading text={t('networks.loading')} />;
  return (
    <>
      <PageHeader
        title={t('invitations.many_title', { network: network.name })}
        path={<InvitationPath network={network} />}
        lead={t('invitations.many_lead')}
      >
        {t('invitations.many')}
      </PageHeader>
      <Many key={networkSlug} networkSlug={networkSlug} />
    </>
  );
}

interface Shown {
  csv: string;
  preview: InvitationPreview;
}

function Many({ networkSlug }: { networkSlug: string }) {
  const t = useT();
  const hub = useHub();
  const { forget } = useInvitationChanges();
  const [shown, setShown] = useState<Shown>();
  const [invited, setInvited] = useState<number>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const result = useRef<HTMLElement>(null);

  const work = async (what: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await what();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const look = (csv: string) =>
    work(async () => {
      setInvited(undefined);
      setShown({ csv, preview: await hub.call('invitation.preview', { networkSlug, csv }) });
      result.current?.focus();
    });
  const send = ({ csv }: Shown) =>
    work(async () => {
      const { invited: count } = await hub.call('invitation.createMany', { networkSlug, csv, leaveOutWrong: true });
      setInvited(count);
      setShown(undefined);
      forget();
      announce(t('invitations.done', { count }));
    });
  const right = shown?.preview.lines.filter(({ faults }) => faults.length === 0).length ?? 0;
  const wrong = (shown?.preview.lines.length ?? 0) - right;

  return (
    <div className={styles.many}>
      {invited !== undefined && (
        <p className={styles.done}>
          {t('invitations.done', { count: invited })}{' '}
          <Link to="/n/$networkSlug/invitations" params={{ networkSlug }}>
            {t('invitations.see')}
          </Link>
        </p>
      )}
      <ListField busy={busy} onList={(csv) => void look(csv)} />
      {error !== undefined && <Failed error={error} />}
      {shown && (
        <section ref={result} tabIndex={-1} className={styles.part} aria-labelledby="preview">
          <h2 id="preview">{t('invitations.preview')}</h2>
          {shown.preview.faults.length > 0 ? (
            <FaultList faults={shown.preview.faults} />
          ) : (
            <>
              <p role="status">
                {t('invitations.preview_right', { count: right })}{' '}
                {wrong > 0 && t('invitations.preview_wrong', { count: wrong })}
              </p>
              <div className={forms.actions}>
                {right > 0 && (
                  <Button look="primary" busy={busy} onClick={() => void send(shown)}>
                    {t('invitations.send_many', { count: right })}
                  </Button>
                )}
                {wrong > 0 && <span className={styles.more}>{t('invitations.leave_out', { count: wrong })}</span>}
              </div>
              <PreviewTable lines={shown.preview.lines} />
            </>
          )}
        </section>
      )}
    </div>
  );
}

/** A file or its text: what is written by hand goes the same way. */
function ListField({ busy, onList }: { busy: boolean; onList: (csv: string) => void }) {
  const t = useT();
  const [csv, setCsv] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    setCsv(text);
    onList(text);
  };
  return (
    <>
      <Field label={t('invitations.file')} hint={t('invitations.file_hint')}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            className={inputClass}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      <Field label={t('invitations.list')} hint={t('invitations.list_hint')}>
        {(control) => (
          <textarea
            {...control}
            rows={6}
            className={`${forms.text} ${styles.csv}`}
            placeholder={example}
            spellCheck={false}
            value={csv}
            onChange={(event) => setCsv(event.target.value)}
          />
        )}
      </Field>
      <div className={forms.actions}>
        <Button busy={busy} onClick={() => onList(csv)}>
          {t('invitations.look')}
        </Button>
        <Button look="quiet" onClick={() => setCsv(example)}>
          {t('invitations.example')}
        </Button>
      </div>
    </>
  );
}
