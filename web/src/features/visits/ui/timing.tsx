/** Changing how a visit stands: the next step with one press, days and every other state with a short form. */
import type { VisitPage, VisitState } from '@hub/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import forms from '../../../forms/forms.module.css';
import { Choice, Line } from '../../../forms/inputs';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { Button, buttonClass, Failed } from '../../../ui';
import { today } from '../days';
import { useBegun, useVisitForm } from '../use-visit-form';
import { causes, changedTiming, states, timingOf, wantsCause, type Given } from '../visit-values';
import { Begun } from './begun';
import { Clashes } from './clashes';
import styles from './visits.module.css';

interface Props {
  page: VisitPage;
  busy: boolean;
  onChange(given: Given): Promise<void>;
  onSaved(version: number | undefined): void;
}

export function Timing({ page, busy, onChange, onSaved }: Props) {
  const t = useT();
  const begun = useBegun(page, 'timing');
  const [open, setOpen] = useState(begun);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (version?: number) => {
    setOpen(false);
    onSaved(version);
    // The button is back in the next frame, and what was pressed is gone.
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (open) return <TimingForm page={page} onDone={close} />;
  return (
    <div className={styles.actions}>
      {nextOf(page).map((state, index) => (
        <Button
          key={state}
          look={index === 0 ? 'primary' : 'plain'}
          busy={busy}
          onClick={() => void onChange({ state })}
        >
          {t(`visits.set_${state}`)}
        </Button>
      ))}
      <button ref={opener} type="button" className={buttonClass()} onClick={() => setOpen(true)}>
        {t('visits.change_timing')}
      </button>
    </div>
  );
}

type Step = Extract<VisitState, 'confirmed' | 'held' | 'held_online'>;

/** What most likely comes next. */
function nextOf({ visit: { state, startsOn } }: VisitPage): Step[] {
  if (state === 'held' || state === 'held_online' || state === 'cancelled') return [];
  if (startsOn <= today()) return ['held', 'held_online'];
  return state === 'confirmed' ? [] : ['confirmed'];
}

function TimingForm({ page, onDone }: { page: VisitPage; onDone(version?: number): void }) {
  const t = useT();
  const own = useVisitForm(page, {
    name: 'timing',
    fields: ['state', 'startsOn', 'endsOn', 'cause', 'reason'],
    valuesOf: timingOf,
    changedIn: changedTiming,
  });
  const { form, values, fromBefore } = own;
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  // Opened by itself it takes nobody away from where they are.
  useEffect(() => {
    if (!fromBefore) box.current?.querySelector('select')?.focus();
  }, [box, fromBefore]);
  const state = values['state'] ?? '';
  const field = (name: 'state' | 'startsOn' | 'endsOn' | 'cause' | 'reason') => ({
    id: `visit-${name}`,
    label: t(`visits.field_${name}`),
    problem: form.problem(name),
    value: values[name] ?? '',
    onChange: (value: string) => own.set(name, value),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { reason = '' } = values;
    own.save(reason.trim() === '' ? {} : { reason }, onDone);
  };
  const cancel = () => {
    own.forget();
    onDone();
  };
  return (
    <form ref={box} noValidate className={styles.box} aria-label={t('visits.change_timing')} onSubmit={send}>
      <Begun form={own} />
      <Clashes clashes={own.clashes} page={page} onTheirs={own.takeTheirs} />
      <Choice {...field('state')}>
        {states.map((one) => (
          <option key={one} value={one}>
            {t(`visit_state.${one}`)}
          </option>
        ))}
      </Choice>
      <div className={styles.pair}>
        <Line {...field('startsOn')} type="date" />
        <Line {...field('endsOn')} type="date" min={values['startsOn']} />
      </div>
      {wantsCause(state) && (
        <Choice {...field('cause')}>
          <option value="">{t('visits.choose')}</option>
          {causes.map((one) => (
            <option key={one} value={one}>
              {t(`visit_cause.${one}`)}
            </option>
          ))}
        </Choice>
      )}
      <Line {...field('reason')} hint={t('visits.reason_hint')} required={false} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('visits.save')}
        </Button>
        <Button look="quiet" onClick={cancel}>
          {t('visits.cancel')}
        </Button>
      </div>
    </form>
  );
}
