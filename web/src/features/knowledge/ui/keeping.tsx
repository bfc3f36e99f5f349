/** For whoever looks after the note: it still holds, or it is withdrawn. */
import type { NotePage } from '@hub/contracts';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line, Lines } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useKeptForm } from '../../questions/forms';
import { checkBy } from '../check-by';
import { inAYear } from '../note-values';
import { today, tomorrow } from '../days';
import { useRefresh } from '../use-notes';
import styles from './knowledge.module.css';

type What = 'review' | 'withdraw';

export function Keeping({ note: { number } }: { note: NotePage }) {
  const t = useT();
  const hub = useHub();
  const [open, setOpen] = useState<What>();
  const [reviewOn, setReviewOn] = useState(() => inAYear(today()));
  const kept = useKeptForm(`note:withdraw:${number}`, () => ({ reason: '' }));
  const { reason } = kept.values;
  const buttons = useRef<HTMLDivElement>(null);
  const close = () => {
    const name = open;
    setOpen(undefined);
    requestAnimationFrame(() => buttons.current?.querySelector<HTMLElement>(`[data-opens=${name}]`)?.focus());
  };
  return (
    <section aria-labelledby="keeping" className={`${pages.section} ${styles.keeping}`}>
      <h2 id="keeping">{t('knowledge.keeping')}</h2>
      <p className={pages.hint}>{t('knowledge.keeping_hint')}</p>
      {open === undefined && (
        <div ref={buttons} className={forms.actions}>
          <Button data-opens="review" onClick={() => setOpen('review')}>
            {t('knowledge.review')}
          </Button>
          <Button data-opens="withdraw" look="quiet" onClick={() => setOpen('withdraw')}>
            {t('knowledge.withdraw')}
          </Button>
        </div>
      )}
      {open === 'review' && (
        <Short
          what="review"
          input={{ number, reviewOn }}
          send={() => hub.call('note.review', { number, reviewOn })}
          onDone={close}
        >
          {(problem) => (
            <Line
              id="note-reviewOn"
              type="date"
              label={t('knowledge.field_review_on')}
              min={tomorrow()}
              problem={problem}
              value={reviewOn}
              onChange={setReviewOn}
            />
          )}
        </Short>
      )}
      {open === 'withdraw' && (
        <Short
          what="withdraw"
          input={{ number, reason }}
          send={async () => {
            await hub.call('note.withdraw', { number, reason });
            kept.forget();
          }}
          onSent={() => document.querySelector<HTMLElement>('main h1')?.focus()}
          onDone={close}
        >
          {(problem) => (
            <Lines
              id="note-reason"
              label={t('knowledge.field_reason')}
              hint={t('knowledge.reason_hint')}
              problem={problem}
              value={reason}
              onChange={(value) => kept.set({ reason: value })}
            />
          )}
        </Short>
      )}
    </section>
  );
}

interface ShortProps {
  what: What;
  input: unknown;
  send(): Promise<unknown>;
  /** Where nothing is left to do here. */
  onSent?(): void;
  onDone(): void;
  children(problem: string | undefined): ReactNode;
}

function Short({ what, input, send, onDone, onSent = onDone, children }: ShortProps) {
  const t = useT();
  const refresh = useRefresh();
  const field = what === 'review' ? 'reviewOn' : 'reason';
  const form = useForm<string>([field], checkBy(what));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  // What was pressed is gone.
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [box]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(input, async () => {
      await send();
      await refresh();
      announce(t(`knowledge.${what}_done`));
      onSent();
    });
  };
  return (
    <form ref={box} noValidate className={styles.panel} aria-label={t(`knowledge.${what}`)} onSubmit={submit}>
      {children(form.problem(field))}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t(`knowledge.${what}_send`)}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('knowledge.cancel')}
        </Button>
      </div>
    </form>
  );
}
