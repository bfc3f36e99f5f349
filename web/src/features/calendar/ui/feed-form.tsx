/** What a new feed shall tell. */
import type { maxFeeds } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, failureText } from '../../../ui';
import { useSearch } from '../../../router';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { ownFeeds } from '../queries';
import { choicesOf, valueOf } from '../subjects';
import styles from './calendar.module.css';
import type { Made } from './feed-made';

export const mostFeeds: typeof maxFeeds = 20;

export function FeedForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const { memberships } = useProfile();
  const { data: networks } = useQuery(useNetworkCache().list());
  const [feedId] = useState(() => uuid());
  const { partnership: slug = '' } = useSearch('/settings/calendars');
  const wanted = useQuery({ ...useNetworkCache().partnership(slug), enabled: slug !== '' }).data;
  const [picked, setPicked] = useState<string>();
  const form = useForm(['scope']);
  const choices = choicesOf(networks ?? [], memberships, wanted);
  const chosen = picked ?? (wanted ? valueOf(wanted.slug) : 'personal');
  const make = (event: FormEvent) => {
    event.preventDefault();
    const { subject } = choices.find(({ value }) => value === chosen) ?? { subject: { scope: 'personal' as const } };
    void form.submit(subject, async () => {
      const made = await hub.call('feed.make', { feedId, ...subject });
      await client.invalidateQueries({ queryKey: ownFeeds(hub).queryKey });
      onMade(made);
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={make}>
      <fieldset className={forms.group}>
        <legend>{t('calendar.what')}</legend>
        {choices.map(({ value, name, subject: { scope } }, n) => (
          <label key={value} className={forms.choice}>
            <input
              type="radio"
              name="subject"
              value={value}
              checked={chosen === value}
              aria-describedby={`feed-${n}`}
              onChange={() => setPicked(value)}
            />
            <span className={forms.choiceName}>{name ?? t('calendar.scope.personal')}</span>
            <span id={`feed-${n}`} className={forms.choiceText}>
              {t(`calendar.scope_text.${scope}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <p role="alert" className={styles.problem}>
        {form.problem('scope') !== undefined && t('calendar.too_many', { count: mostFeeds })}
        {form.refused !== undefined && failureText(t, form.refused)}
      </p>
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('calendar.make')}
        </Button>
      </div>
    </form>
  );
}
