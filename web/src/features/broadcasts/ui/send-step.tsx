/** Before it leaves: what it says in every language, how many people get it, when, and for whom that is at night. */
import type { Audience, BroadcastPage, LocalMoment } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, buttonClass, Failed } from '../../../ui';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { momentIn, nextMorning } from '../local-moment';
import { useAudience } from '../use-audience';
import { useRefresh } from '../use-broadcasts';
import { AudienceCount } from './audience-count';
import styles from './form.module.css';
import { NightWarning } from './night-warning';
import { TestMail } from './test-mail';
import { WhenFields } from './when-fields';

export function SendStep({ page }: { page: BroadcastPage }) {
  const t = useT();
  const { date, languageName } = useFormats();
  const profile = useProfile();
  const { id: broadcastId, texts, acknowledge, acknowledgeBy } = page;
  return (
    <div className={styles.form}>
      <section aria-labelledby="says" className={styles.part}>
        <h2 id="says">{t('broadcasts.says')}</h2>
        {texts.map(({ language, title, body }) => (
          <div key={language} className={styles.sheet} role="group" aria-label={languageName(language)}>
            {texts.length > 1 && <p className={styles.hint}>{languageName(language)}</p>}
            <p className={styles.sheetTitle} lang={language} dir="auto">
              {title}
            </p>
            <MessageBody body={body} mentions={none} language={language} reader={profile} />
          </div>
        ))}
        <p>
          {!acknowledge
            ? t('broadcasts.asks_nothing')
            : acknowledgeBy === null
              ? t('broadcasts.asks')
              : t('broadcasts.asks_by', { date: date(acknowledgeBy) })}
        </p>
        <div className={forms.actions}>
          <Link to="/b/$broadcastId/change" params={{ broadcastId }} className={buttonClass()}>
            {t('broadcasts.change_it')}
          </Link>
          <TestMail broadcastId={broadcastId} />
        </div>
      </section>
      {page.audience && <Sending page={page} audience={page.audience} />}
    </div>
  );
}

function Sending({ page, audience }: { page: BroadcastPage; audience: Audience }) {
  const t = useT();
  const { full } = useFormats();
  const hub = useHub();
  const refresh = useRefresh();
  const { timeZone } = useProfile();
  const { id: broadcastId, scheduledFor, scheduledZone } = page;
  const zone = scheduledZone ?? timeZone;
  const [later, setLater] = useState(scheduledFor !== null);
  const [at, setAt] = useState<LocalMoment>(() =>
    scheduledFor === null ? nextMorning(zone) : momentIn(zone, Date.parse(scheduledFor)),
  );
  const form = useForm(['at', 'acknowledgeBy', 'audience']);
  const byProblem = form.problem('acknowledgeBy');
  const [now] = useState(() => momentIn(timeZone));
  const { data, isPlaceholderData } = useAudience(
    audience,
    later ? (at.day !== '' && at.time !== '' ? at : null) : now,
  );
  const people = data?.people;

  const send = (event: FormEvent) => {
    event.preventDefault();
    void form.submit({}, async () => {
      const { scheduledFor: due } = await hub.call('broadcast.send', { broadcastId, at: later ? at : null });
      await refresh();
      announce(
        due === null
          ? t('broadcasts.sent_now', { people: people ?? 0 })
          : t('broadcasts.scheduled', { moment: full(due) }),
      );
      navigate({ to: '/b/$broadcastId', params: { broadcastId } }, { replace: true });
    });
  };

  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <section aria-labelledby="to" className={styles.part}>
        <h2 id="to">{t('broadcasts.audience')}</h2>
        <AudienceCount audience={audience} />
      </section>
      <section aria-labelledby="when" className={styles.part}>
        <h2 id="when">{t('broadcasts.when')}</h2>
        <WhenFields {...{ later, setLater, at, setAt }} problem={form.problem('at')} />
        {/* What was found for another moment says nothing of this one. */}
        {data && !isPlaceholderData && <NightWarning nights={data.nights} later={later} />}
      </section>
      {byProblem !== undefined && (
        <p role="alert" className={forms.problem}>
          {t('broadcasts.ask_by')}: {byProblem}
        </p>
      )}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={styles.bar}>
        <Button type="submit" look="primary" busy={form.busy || !people}>
          {people === undefined
            ? t('broadcasts.counting')
            : t(later ? 'broadcasts.schedule_to' : 'broadcasts.send_to', { people })}
        </Button>
        <p className={styles.hint}>{t('broadcasts.send_hint')}</p>
      </div>
    </form>
  );
}

const none: never[] = [];
