/** How the reader wants to be told: what comes by mail, the digest, quiet hours and days, and what that would mean. */
import type { MailChoices, NotificationKind, Preferences, PreferencesChange } from '@hub/contracts';
import { suggestedMail, tellings } from '@hub/contracts/telling';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, Failed, Loading, PageHeader, Path } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { ownPreferences } from '../queries';
import { DigestChoice } from './digest-choice';
import { Kinds } from './kinds';
import styles from './preferences.module.css';
import { Preview } from './preview';
import { QuietChoice } from './quiet-choice';

export function PreferencesRoute() {
  const t = useT();
  // What an earlier page had may have been stopped by a link since: the form begins with what counts now.
  const { data, error, refetch, isFetchedAfterMount } = useQuery(ownPreferences(useHub()));
  if (!data && error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return (
    <div className={sections.page}>
      <PageHeader
        lead={t('preferences.lead')}
        path={
          <Path>
            <Link to="/settings">{t('nav.settings')}</Link>
          </Path>
        }
      >
        {t('preferences.title')}
      </PageHeader>
      {data && isFetchedAfterMount ? <Choices known={data} /> : <Loading text={t('preferences.loading')} />}
    </div>
  );
}

const fields = ['digestAt', 'quietFrom', 'quietUntil'] as const;

function Choices({ known }: { known: Preferences }) {
  const t = useT();
  const hub = useHub();
  const cache = useQueryClient();
  const [value, setValue] = useState(() => chosenIn(known));
  const [saved, setSaved] = useState(false);
  const form = useForm(fields);
  const note = useNote(known.networks);
  const change = (changed: Partial<PreferencesChange>) => {
    setSaved(false);
    setValue((before) => ({ ...before, ...changed }));
    for (const field of fields) if (field in changed) form.clear(field);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(value, async () => {
      cache.setQueryData(ownPreferences(hub).queryKey, await hub.call('preference.change', value));
      setSaved(true);
      announce(t('preferences.saved'));
    });
  };
  const labels = {
    digestAt: t('preferences.digest_at'),
    quietFrom: t('preferences.quiet_from'),
    quietUntil: t('preferences.quiet_until'),
  };
  const said = known.networks.map(({ mail }) => mail);
  return (
    <form noValidate className={styles.form} onSubmit={save}>
      <ProblemSummary
        problems={fields.map((field) => ({
          fieldId: `preferences-${field}`,
          label: labels[field],
          text: form.problem(field),
        }))}
        failures={form.failures}
      />
      <section className={sections.section} aria-labelledby="mail">
        <h2 id="mail">{t('preferences.mail')}</h2>
        <p className={sections.lead}>{t('preferences.mail_hint')}</p>
        <Kinds
          chosen={value.mail}
          suggested={(kind) => suggestedMail(kind, said)}
          note={note}
          onChange={(kind, choice) => change({ mail: { ...value.mail, [kind]: choice } })}
        />
        {Object.keys(value.mail).length > 0 && (
          <div>
            <Button look="quiet" onClick={() => change({ mail: {} })}>
              {t('preferences.follow')}
            </Button>
          </div>
        )}
      </section>
      <Apart channels={known.channels} />
      <DigestChoice value={value} problem={form.problem} onChange={change} />
      <QuietChoice value={value} known={known} problem={form.problem} onChange={change} />
      <Preview preferences={value} timeZone={known.timeZone} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('preferences.save')}
        </Button>
        {saved && <span className={forms.saved}>{t('preferences.saved')}</span>}
      </div>
    </form>
  );
}

function Apart({ channels }: Pick<Preferences, 'channels'>) {
  const t = useT();
  const { list } = useFormats();
  if (channels.length === 0) return null;
  const said = (mail: MailChoices) =>
    list(
      Object.entries(mail).map(
        ([kind, choice]) => `${t(`preferences.a.${kind as NotificationKind}`)}: ${t(`preferences.${choice}`)}`,
      ),
    );
  return (
    <section className={sections.section} aria-labelledby="apart">
      <h2 id="apart">{t('preferences.channels')}</h2>
      <p className={sections.lead}>{t('preferences.channels_hint')}</p>
      <ul className={styles.apart}>
        {channels.map(({ channelId, channelName, networkSlug, networkName, mail }) => (
          <li key={channelId}>
            <Link to="/n/$networkSlug/c/$channelId/mail" params={{ networkSlug, channelId }} lang="en">
              {channelName}
            </Link>{' '}
            <span className={styles.note} lang="en">
              {networkName}
            </span>
            <p className={styles.note}>{said(mail)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a network says something of its own about a kind. */
function useNote(networks: Preferences['networks']): (kind: NotificationKind) => string | undefined {
  const t = useT();
  const { list } = useFormats();
  return (kind) => {
    const saying = networks.filter(({ mail }) => (mail[kind] ?? tellings[kind].mail) !== tellings[kind].mail);
    if (saying.length === 0) return undefined;
    if (saying.length === networks.length)
      return t('preferences.suggested', { networks: list(saying.map(({ name }) => name)) });
    return list(
      saying.map(({ name, mail }) =>
        t('preferences.elsewhere', { choice: t(`preferences.${mail[kind] ?? 'now'}`), network: name }),
      ),
    );
  };
}

function chosenIn(known: Preferences): PreferencesChange {
  const { mail, digest, digestAt, digestWeekday, quietFrom, quietUntil, quietDays, quietHolidays } = known;
  return { mail, digest, digestAt, digestWeekday, quietFrom, quietUntil, quietDays, quietHolidays };
}
