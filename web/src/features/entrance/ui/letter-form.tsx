/** Signing in by a letter: first the address, then the code that came to it. */
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Failed } from '../../../ui/failed';
import { Field, inputClass } from '../../../ui/field';
import { entered } from '../../session';
import { callHub } from '../hub';
import styles from './entrance.module.css';

export function LetterForm({ demonstration }: { demonstration: boolean }) {
  const [asked, setAsked] = useState<{ signInId: string; address: string }>();
  const [address, setAddress] = useState('');
  return asked ? (
    <CodeForm {...asked} onAgain={() => setAsked(undefined)} />
  ) : (
    <AddressForm
      demonstration={demonstration}
      address={address}
      onChange={setAddress}
      onAsked={(signInId) => setAsked({ signInId, address })}
    />
  );
}

interface AddressProps {
  demonstration: boolean;
  address: string;
  onChange: (address: string) => void;
  onAsked: (signInId: string) => void;
}

function AddressForm({ demonstration, address, onChange, onAsked }: AddressProps) {
  const t = useT();
  const form = useForm(['address']);
  const field = useFocusOnFailure(form.failures);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void form.submit({ address }, async () => onAsked((await callHub('entrance.ask', { address })).signInId));
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <p className={styles.hint}>{t(demonstration ? 'entrance.lead_demonstration' : 'entrance.lead')}</p>
      <Field label={t('entrance.address')} problem={form.problem('address')}>
        {(control) => (
          <input
            {...control}
            ref={field}
            type="email"
            className={inputClass}
            autoComplete="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            value={address}
            onChange={(event) => {
              onChange(event.target.value);
              form.clear('address');
            }}
          />
        )}
      </Field>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t(form.busy ? 'entrance.asking' : 'entrance.ask')}
        </Button>
      </div>
    </form>
  );
}

interface CodeProps {
  signInId: string;
  address: string;
  onAgain: () => void;
}

function CodeForm({ signInId, address, onAgain }: CodeProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const form = useForm(['code']);
  const field = useFocusOnFailure(form.failures);
  useEffect(() => {
    field.current?.focus();
    announce(t('entrance.asked', { address }));
    // Said once, when the letter was asked for.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void form.submit({ code }, async () => entered(await callHub('entrance.enter', { signInId, code })));
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <p>{t('entrance.asked', { address })}</p>
      <Field label={t('entrance.code')} hint={t('entrance.code_hint')} problem={form.problem('code')}>
        {(control) => (
          <input
            {...control}
            ref={field}
            className={`${inputClass} ${styles.code}`}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            value={code}
            onChange={(event) => {
              setCode(event.target.value);
              form.clear('code');
            }}
          />
        )}
      </Field>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t(form.busy ? 'entrance.entering' : 'entrance.enter')}
        </Button>
        <Button look="quiet" onClick={onAgain}>
          {t('entrance.again')}
        </Button>
      </div>
    </form>
  );
}

/** With one field there is no summary to lead to: the field itself says what is wrong. */
function useFocusOnFailure(failures: number) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (failures > 0) field.current?.focus();
  }, [failures]);
  return field;
}
