/** A short form that asks why. */
import { useEffect, type FormEvent, type ReactNode } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Lines } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { useKeptForm } from '../use-kept-form';
import { useRefresh } from '../use-questions';
import { Kept } from './kept';
import boxes from './boxes.module.css';

interface Props {
  questionId: string;
  name: 'decline' | 'reopen' | 'close' | 'assign';
  label: string;
  hint?: string;
  button: string;
  required?: boolean;
  /** What the hub will be given, to be checked. */
  input(reason: string): unknown;
  /** False where nothing was changed, and the form says why. */
  send(reason: string): Promise<unknown>;
  /** Read aloud once it is done. */
  said: string;
  onDone(): void;
  /** Above the reason, with what is wrong about whom it is given to. */
  children?(problem: string | undefined): ReactNode;
  /** It stands in a panel already, and something before it has the focus. */
  within?: boolean;
}

export function ReasonForm({
  questionId,
  name,
  label,
  hint,
  button,
  required = true,
  within = false,
  ...props
}: Props) {
  const { input, send, said, onDone, children } = props;
  const t = useT();
  const refresh = useRefresh();
  const kept = useKeptForm(`question:${name}:${questionId}`, () => ({ reason: '' }));
  const { reason } = kept.values;
  const form = useForm(['reason', 'personId'], checkBy(name));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  useEffect(() => {
    if (!within) box.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
  }, [box, within]);
  const leave = () => {
    kept.forget();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(input(reason), async () => {
      const isDone = (await send(reason)) !== false;
      if (isDone) kept.forget();
      await refresh();
      if (!isDone) return;
      announce(said);
      onDone();
    });
  };
  return (
    <form ref={box} noValidate className={within ? boxes.within : boxes.panel} aria-label={button} onSubmit={submit}>
      <Kept form={kept} />
      {children?.(form.problem('personId'))}
      <Lines
        id={`question-${name}-reason`}
        label={label}
        hint={hint}
        required={required}
        problem={form.problem('reason')}
        value={reason}
        onChange={(value) => {
          kept.set({ reason: value });
          form.clear('reason');
        }}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {button}
        </Button>
        <Button look="quiet" onClick={leave}>
          {t('questions.cancel')}
        </Button>
      </div>
    </form>
  );
}
