/** Correcting what was sent: everybody it went to sees the new version, and what was corrected stands above it. */
import type { BroadcastPage } from '@hub/contracts';
import type { FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { textsOf, valuesOf, type TextValues } from '../form-values';
import { useRefresh } from '../use-broadcasts';
import { useKept } from '../use-kept';
import { Pick } from './audience-fields';
import { CorrectedMeanwhile } from './corrected-meanwhile';
import styles from './form.module.css';
import { KeptNote } from './kept-note';
import { TextFields } from './text-fields';

interface Values {
  /** Which one it corrects. */
  version: number;
  texts: readonly TextValues[];
  note: string;
  again: boolean;
}

export function CorrectionForm({ page }: { page: BroadcastPage }) {
  const t = useT();
  const { languageName } = useFormats();
  const hub = useHub();
  const refresh = useRefresh();
  const { id: broadcastId, counts } = page;
  const kept = useKept<Values>(`broadcast:${broadcastId}:correction`, () => ({
    version: page.version,
    texts: valuesOf(page).texts,
    note: '',
    again: false,
  }));
  const { version, texts, note, again } = kept.values;
  const isBehind = version < page.version;
  const rows = texts.map((_, n) => `texts.${n}`);
  const form = useForm<string>([...rows, 'note'], checkBy('Correction'));
  const change = (part: Partial<Values>) => {
    kept.change(part);
    for (const field of [...rows, 'note']) form.clear(field);
  };
  /** What was chosen is gone with the choice. */
  const goOn = (choose: () => void) => {
    choose();
    document.getElementById('correction-note')?.focus();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isBehind) return document.getElementById('corrected')?.focus();
    const input = { broadcastId, version, texts: textsOf(texts), note, again };
    void form.submit(input, async () => {
      // A colleague may have been first: what they made of it is shown then.
      await hub.call('broadcast.correct', input).catch(async (error: unknown) => {
        await refresh();
        throw error;
      });
      kept.forget();
      await refresh();
      announce(t('broadcasts.correct_sent'));
      navigate({ to: '/b/$broadcastId', params: { broadcastId } }, { replace: true });
    });
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <ProblemSummary
        problems={[
          { fieldId: 'correction-note', label: t('broadcasts.correct_note'), text: form.problem('note') },
          ...texts.flatMap(({ key, language }, n) =>
            (['title', 'body'] as const).map((field) => ({
              fieldId: `${field}-${key}`,
              label: t('broadcasts.field_in', {
                field: t(`broadcasts.field_${field}`),
                language: languageName(language),
              }),
              text: form.problem(`texts.${n}.${field}`),
            })),
          ),
        ]}
        failures={form.failures}
      />
      {isBehind ? (
        <CorrectedMeanwhile
          page={page}
          onMine={() => goOn(() => change({ version: page.version }))}
          onTheirs={() => goOn(kept.startOver)}
        />
      ) : (
        kept.wasKept && <KeptNote back={t('broadcasts.kept_anew')} onBack={kept.startOver} />
      )}
      <Line
        id="correction-note"
        label={t('broadcasts.correct_note')}
        hint={t('broadcasts.correct_note_hint')}
        problem={form.problem('note')}
        value={note}
        onChange={(value) => change({ note: value })}
      />
      <TextFields texts={texts} problem={form.problem} onChange={(next) => change({ texts: next })} />
      {page.acknowledge && (
        <Pick type="checkbox" checked={again} onPick={() => change({ again: !again })}>
          <span className={forms.choiceName}>{t('broadcasts.correct_again')}</span>
          <br />
          <span className={styles.hint}>
            {t('broadcasts.correct_again_hint', { count: counts?.acknowledged ?? 0 })}
          </span>
        </Pick>
      )}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={styles.bar}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('broadcasts.correct_send', { people: counts?.recipients ?? 0 })}
        </Button>
        <Link to="/b/$broadcastId" params={{ broadcastId }}>
          {t('broadcasts.back')}
        </Link>
      </div>
    </form>
  );
}
