/**
 * Before it leaves: what it says in every language, how many people get it, when, and for whom that is at night. What is
 * changed on this device and not saved would not go out with it, so that comes first.
 */
import type { Audience, BroadcastPage, LocalMoment } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, buttonClass, Failed } from '../../../ui';
import { useProfile } from '../../session';
import { isSame, valuesOf } from '../form-values';
import { momentIn, nextMorning } from '../local-moment';
import { useAudience } from '../use-audience';
import { useRefresh } from '../use-broadcasts';
import { useUnsaved } from '../use-kept';
import { AudienceCount } from './audience-count';
import styles from './form.module.css';
import { NightWarning } from './night-warning';
import { Sheet } from './sheet';
import { TestMail } from './test-mail';
import { Unsaved } from './unsaved';
import { WhenFields } from './when-fields';

export function SendStep({ page }: { page: BroadcastPage }) {
  const t = useT();
  const { date, languageName } = useFormats();
  const unsaved = useUnsaved(page);
  const { id: broadcastId, texts, acknowledge, acknowledgeBy } = page;
  if (unsaved)
    return (
      <div className={styles.form}>
        <Unsaved page={page} />
        <div>
          <Link to="/b/$broadcastId/change" params={{ broadcastId }} className={buttonClass('primary')}>
            {t('broadcasts.go_on')}
          </Link>
        </div>
      </div>
    );
  return (
    <div className={styles.form}>
      <section aria-labelledby="says" className={styles.part}>
        <h2 id="says">{t('broadcasts.says')}</h2>
        {texts.map((text) => (
          <Sheet key={text.language} of={text} label={languageName(text.language)} isNamed={texts.length > 1} />
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
  const [changed, setChanged] = useState(false);
  const byProblem = form.problem('acknowledgeBy');
  const [now] = useState(() => momentIn(timeZone));
  const asked = later ? (at.day !== '' && at.time !== '' ? at : null) : now;
  const { data, error, isPlaceholderData } = useAudience(audience, asked);
  const people = data?.people;

  const send = (event: FormEvent) => {
    event.preventDefault();
    void form.submit({}, async () => {
      // Nothing leaves that its author has not seen: a colleague's change is told to nobody.
      const isSeen = isSame(valuesOf(await hub.call('broadcast.read', { broadcastId })), valuesOf(page));
      setChanged(!isSeen);
      if (!isSeen) return refresh();
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
        <AudienceCount audience={audience} at={asked} />
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
      {changed && (
        <p role="alert" className={forms.problem}>
          {t('broadcasts.changed_meanwhile')}
        </p>
      )}
      {form.refused !== undefined && <Failed error={form.refused} />}
      {/* Nothing goes to a number that is not known; that it could not be counted stands above. */}
      {error === null && (
        <div className={styles.bar}>
          <Button type="submit" look="primary" busy={form.busy || !people}>
            {people === undefined
              ? t('broadcasts.counting')
              : t(later ? 'broadcasts.schedule_to' : 'broadcasts.send_to', { people })}
          </Button>
          <p className={styles.hint}>{t('broadcasts.send_hint')}</p>
        </div>
      )}
    </form>
  );
}
