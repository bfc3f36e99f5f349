/** Writing a broadcast: its texts, whom it is for and what is asked of them. Sending is a step of its own. */
import type { Parsed } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { Button, Failed } from '../../../ui';
import { useProfile } from '../../session';
import { checkBy } from '../check-by';
import { givenOf, type Values } from '../form-values';
import { momentIn } from '../local-moment';
import { useRefresh } from '../use-broadcasts';
import type { useKept } from '../use-kept';
import type { Place } from '../use-places';
import { AudienceFields, Pick } from './audience-fields';
import { Discard } from './discard';
import styles from './form.module.css';
import { KeptNote } from './kept-note';
import { TextFields } from './text-fields';

interface Props {
  broadcastId: string;
  /** The hub has it already. */
  saved: boolean;
  places: readonly Place[];
  kept: ReturnType<typeof useKept<Values>>;
  /** The network whose list it is left to when it is given up. */
  networkSlug: string;
}

export function BroadcastForm({ broadcastId, saved, places, kept, networkSlug }: Props) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { timeZone } = useProfile();
  const [isSaved, setIsSaved] = useState(false);
  const { values } = kept;
  const texts = values.texts.map((_, n) => `texts.${n}`);
  const audience = ['audience.networkIds', 'audience.partnershipIds', 'audience.roles'] as const;
  const form = useForm<string>([...texts, ...audience, 'acknowledgeBy'], checkBy('BroadcastDraft'));
  const problems = useProblems(values, form.problem);

  const change = (part: Partial<Values>) => {
    kept.change(part);
    setIsSaved(false);
    for (const field of [...texts, ...audience, 'acknowledgeBy']) form.clear(field);
  };
  const save = (goOn: boolean) => {
    const given = givenOf(values);
    void form.submit(given, async () => {
      // The check has found nothing missing.
      const draft = given as Parsed<'broadcast.draft'>;
      await (saved
        ? hub.call('broadcast.change', { ...draft, broadcastId })
        : hub.call('broadcast.draft', { ...draft, id: broadcastId }));
      kept.forget();
      await refresh();
      if (!goOn) announce(t('broadcasts.saved'));
      setIsSaved(true);
      const params = { broadcastId };
      if (goOn) navigate({ to: '/b/$broadcastId/change', params, search: { step: 'send' } }, { replace: !saved });
      else if (!saved) navigate({ to: '/b/$broadcastId/change', params }, { replace: true });
    });
  };

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(true);
      }}
    >
      <ProblemSummary problems={problems} failures={form.failures} />
      {kept.wasKept && !isSaved && (
        <KeptNote back={t(saved ? 'broadcasts.kept_saved' : 'broadcasts.kept_anew')} onBack={kept.startOver} />
      )}
      <TextFields texts={values.texts} problem={form.problem} onChange={(next) => change({ texts: next })} />
      <AudienceFields places={places} values={values} problem={form.problem} onChange={change} />
      <section aria-labelledby="asked" className={styles.part}>
        <h2 id="asked">{t('broadcasts.ask')}</h2>
        <Pick type="checkbox" checked={values.acknowledge} onPick={() => change({ acknowledge: !values.acknowledge })}>
          <span className={forms.choiceName}>{t('broadcasts.ask_acknowledge')}</span>
          <br />
          <span className={styles.hint}>{t('broadcasts.ask_hint')}</span>
        </Pick>
        {values.acknowledge && (
          <Line
            id="broadcast-by"
            type="date"
            label={t('broadcasts.ask_by')}
            hint={t('broadcasts.ask_by_hint')}
            required={false}
            min={momentIn(timeZone).day}
            problem={form.problem('acknowledgeBy')}
            value={values.acknowledgeBy}
            onChange={(acknowledgeBy) => change({ acknowledgeBy })}
          />
        )}
      </section>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={styles.bar}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('broadcasts.review')}
        </Button>
        <Button busy={form.busy} onClick={() => save(false)}>
          {t('broadcasts.save')}
        </Button>
        {isSaved && <span className={forms.saved}>{t('broadcasts.saved')}</span>}
        {saved && <Discard broadcastId={broadcastId} networkSlug={networkSlug} onDiscarded={kept.forget} />}
      </div>
    </form>
  );
}

function useProblems(values: Values, problem: (field: string) => string | undefined) {
  const t = useT();
  const { languageName } = useFormats();
  return [
    ...values.texts.flatMap(({ key, language }, n) =>
      (['language', 'title', 'body'] as const).map((field) => ({
        fieldId: `${field}-${key}`,
        label: t('broadcasts.field_in', {
          field: t(field === 'language' ? 'broadcasts.language' : `broadcasts.field_${field}`),
          language: languageName(language),
        }),
        text: problem(`texts.${n}.${field}`),
      })),
    ),
    { fieldId: 'audience-networks', label: t('broadcasts.networks'), text: problem('audience.networkIds') },
    { fieldId: 'audience-partnerships', label: t('broadcasts.partnerships'), text: problem('audience.partnershipIds') },
    { fieldId: 'audience-roles', label: t('broadcasts.roles'), text: problem('audience.roles') },
    { fieldId: 'broadcast-by', label: t('broadcasts.ask_by'), text: problem('acknowledgeBy') },
  ];
}
