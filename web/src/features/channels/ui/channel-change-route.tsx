/** Looking after a channel: its name, what it is for, how careful one is with what is said there, and closing it. */
import type { ChannelPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, useHere } from '../../../ui';
import { useConversationCache } from '../../messages';
import { ChannelFields, useChannelProblems, type ChannelText } from './channel-fields';
import { ChannelPath } from './channel-path';
import styles from './manage.module.css';

export function ChannelChangeRoute() {
  const { channelId } = useParams('/n/$networkSlug/c/$channelId/change');
  const t = useT();
  const page = useQuery(useConversationCache().channel(channelId));
  useHere(page.data?.network.slug, page.data?.id);
  if (!page.data) {
    if (page.error) return <Failed page error={page.error} onRetry={() => void page.refetch()} />;
    return <Loading text={t('channels.loading')} />;
  }
  return <Change key={channelId} channel={page.data} />;
}

function Change({ channel }: { channel: ChannelPage }) {
  const t = useT();
  return (
    <div className={styles.page}>
      <PageHeader path={<ChannelPath channel={channel} />} title={t('rooms.change_title', { channel: channel.name })}>
        {t('rooms.change_heading')}
      </PageHeader>
      {channel.may.manage ? (
        <>
          <ChangeForm channel={channel} />
          <Closing channel={channel} />
        </>
      ) : (
        <EmptyState title={t('rooms.manage_none')}>{t('rooms.manage_none_hint')}</EmptyState>
      )}
    </div>
  );
}

function ChangeForm({ channel }: { channel: ChannelPage }) {
  const t = useT();
  const hub = useHub();
  const [value, setValue] = useState<ChannelText>(() => {
    const { name, purpose, sensitive } = channel;
    return { name, purpose, sensitive };
  });
  const form = useForm(['name', 'purpose'], () => import('../channel-change.schema'));
  const problems = useChannelProblems(form);
  const params = { networkSlug: channel.network.slug, channelId: channel.id };

  const save = (event: FormEvent) => {
    event.preventDefault();
    const input = { channelId: channel.id, ...value };
    void form.submit(input, async () => {
      await hub.call('channel.change', input);
      announce(t('rooms.saved'));
      navigate({ to: '/n/$networkSlug/c/$channelId', params });
    });
  };

  return (
    <form noValidate className={forms.form} onSubmit={save}>
      <ProblemSummary problems={problems} failures={form.failures} />
      <ChannelFields value={value} form={form} onChange={(part) => setValue((before) => ({ ...before, ...part }))} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('rooms.save')}
        </Button>
        <Link to="/n/$networkSlug/c/$channelId" params={params}>
          {t('rooms.back')}
        </Link>
      </div>
    </form>
  );
}

/** Closed and open again in one place, so that each undoes the other. */
function Closing({ channel }: { channel: ChannelPage }) {
  const t = useT();
  const hub = useHub();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const { id: channelId, archived } = channel;
  const toggle = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('channel.archive', { channelId, archived: !archived });
      announce(t(archived ? 'rooms.opened' : 'rooms.closed'));
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <section aria-labelledby="closing" className={styles.closing}>
      <h2 id="closing">{t(archived ? 'rooms.open_heading' : 'rooms.close_heading')}</h2>
      <p>{t(archived ? 'rooms.open_text' : 'rooms.close_text')}</p>
      {refused !== undefined && <Failed error={refused} />}
      <Button busy={busy} onClick={() => void toggle()}>
        {t(archived ? 'rooms.open_now' : 'rooms.close_now')}
      </Button>
    </section>
  );
}
