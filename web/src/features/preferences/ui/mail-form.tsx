/** Choices of mail for one place, a network or a channel, saved as a whole. */
import type { MailChoice, MailChoices, NotificationKind } from '@hub/contracts';
import { useState, type FormEvent, type ReactNode } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { Button, Failed } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { Kinds } from './kinds';

interface Props {
  chosen: MailChoices;
  suggested(kind: NotificationKind): MailChoice;
  of?(kind: NotificationKind): boolean;
  save(mail: MailChoices): Promise<void>;
  children?: ReactNode;
}

export function MailForm({ chosen, suggested, of, save, children }: Props) {
  const t = useT();
  const [mail, setMail] = useState(chosen);
  const [saved, setSaved] = useState(false);
  const form = useForm([]);
  const choose = (choices: MailChoices) => {
    setSaved(false);
    setMail(choices);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(mail, async () => {
      await save(mail);
      setSaved(true);
      announce(t('preferences.saved'));
    });
  };
  return (
    <form noValidate className={sections.section} onSubmit={submit}>
      <Kinds
        level={2}
        chosen={mail}
        suggested={suggested}
        {...(of && { of })}
        onChange={(kind, choice) => choose({ ...mail, [kind]: choice })}
      />
      {Object.keys(mail).length > 0 && (
        <div>
          <Button look="quiet" onClick={() => choose({})}>
            {t('preferences.follow')}
          </Button>
        </div>
      )}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('preferences.save')}
        </Button>
        {saved && <span className={forms.saved}>{t('preferences.saved')}</span>}
        {children}
      </div>
    </form>
  );
}
