/** Making a token for a program: what it is for, what it may do and for how long; then the token, this once. */
import type { TokenMade, TokenScope } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, buttonClass, Field, inputClass, PageHeader, Path } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { ownTokens } from '../queries';
import { Refused } from './refused';
import styles from './security.module.css';

const scopes: readonly TokenScope[] = ['read', 'write'];
const lengths = [30, 90, 365];

export function TokenRoute() {
  const t = useT();
  const [made, setMade] = useState<TokenMade>();
  return (
    <div className={sections.page}>
      <PageHeader
        path={
          <Path>
            <Link to="/settings/sign-in">{t('security.title')}</Link>
          </Path>
        }
        lead={t('security.token_lead')}
      >
        {t('security.token_make')}
      </PageHeader>
      {made ? <Made made={made} /> : <TokenForm onMade={setMade} />}
    </div>
  );
}

function TokenForm({ onMade }: { onMade: (made: TokenMade) => void }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<TokenScope>('read');
  const [days, setDays] = useState(90);
  const form = useForm(['name'], () => import('../token.schema'));
  const send = () => {
    const input = { name, scope, days };
    return form.submit(input, async () => {
      onMade(await hub.call('token.create', input));
      void client.invalidateQueries({ queryKey: ownTokens(hub).queryKey });
    });
  };
  return (
    <form
      noValidate
      className={forms.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <ProblemSummary
        problems={[{ fieldId: 'token-name', label: t('security.token_name'), text: form.problem('name') }]}
        failures={form.failures}
      />
      <Field
        id="token-name"
        label={t('security.token_name')}
        hint={t('security.token_name_hint')}
        problem={form.problem('name')}
      >
        {(control) => (
          <input
            {...control}
            className={inputClass}
            autoComplete="off"
            aria-required
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              form.clear('name');
            }}
          />
        )}
      </Field>
      <fieldset className={forms.group}>
        <legend>{t('security.token_scope')}</legend>
        {scopes.map((one) => (
          <label key={one} className={forms.choice}>
            <input
              type="radio"
              name="scope"
              value={one}
              checked={scope === one}
              aria-describedby={`token-scope-${one}`}
              onChange={() => setScope(one)}
            />
            <span className={forms.choiceName}>{t(`security.scope.${one}`)}</span>
            <span id={`token-scope-${one}`} className={forms.choiceText}>
              {t(`security.scope_text.${one}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <Field id="token-days" label={t('security.token_days')}>
        {(control) => (
          <select
            {...control}
            className={inputClass}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {lengths.map((length) => (
              <option key={length} value={length}>
                {t('security.token_days_of', { days: length })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Refused error={form.refused} onConfirmed={() => void send()} />
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('security.token_make_now')}
        </Button>
        <Link to="/settings/sign-in">{t('security.back')}</Link>
      </div>
    </form>
  );
}

/** The token stands in a field, so that it can be selected where copying is not allowed. */
function Made({ made }: { made: TokenMade }) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(made.token);
      announce(t('security.token_copied'));
    } catch {
      // It is selected: the reader copies it by hand.
    }
  };
  return (
    <div className={sections.section}>
      <Field label={t('security.token_made', { name: made.card.name })} hint={t('security.token_once')}>
        {(control) => (
          <input
            {...control}
            ref={field}
            className={`${inputClass} ${styles.token}`}
            readOnly
            spellCheck={false}
            autoComplete="off"
            value={made.token}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => void copy()}>
          {t('security.token_copy')}
        </Button>
        <Link to="/settings/sign-in" className={buttonClass()}>
          {t('security.token_done')}
        </Link>
      </div>
    </div>
  );
}
