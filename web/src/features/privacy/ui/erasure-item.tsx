/** One who asked to be erased, and the two ways to settle it. */
import type { ErasureRequest } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { requestsKey } from '../use-requests';
import styles from './privacy.module.css';
import { RefuseForm } from './refuse-form';

type Step = 'choosing' | 'erasing' | 'refusing';

export function ErasureItem({ request }: { request: ErasureRequest }) {
  const t = useT();
  const id = useId();
  const hub = useHub();
  const { date } = useFormats();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>('choosing');
  const [settled, setSettled] = useState<string>();
  const [failed, setFailed] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const item = useRef<HTMLHeadingElement>(null);
  const { person, roles, lastAdministrator } = request;

  const settle = async (work: () => Promise<string>) => {
    setBusy(true);
    setFailed(undefined);
    try {
      const said = await work();
      flushSync(() => setSettled(said));
      end.current?.focus();
      announce(said);
      void client.invalidateQueries({ queryKey: requestsKey });
    } catch (error) {
      setFailed(error);
    }
    setBusy(false);
  };
  const erase = async () => {
    const { person: erased } = await hub.call('erasure.carryOut', { erasureId: request.id });
    return t('requests.carried_out', { name: erased.name });
  };
  const refuse = async (reason: string) => {
    await hub.call('erasure.refuse', { erasureId: request.id, reason });
    return t('requests.refused');
  };
  const back = () => {
    flushSync(() => setStep('choosing'));
    item.current?.focus();
  };

  if (settled !== undefined)
    return (
      <li className={styles.item}>
        <p ref={end} tabIndex={-1} className={styles.done}>
          {settled}
        </p>
      </li>
    );
  return (
    <li className={styles.item} aria-labelledby={id}>
      <h3 id={id} ref={item} tabIndex={-1}>
        {person.name}
      </h3>
      <p className={styles.hint}>{person.email}</p>
      <p>
        {roles.length === 0
          ? t('requests.no_roles')
          : roles.map(({ role, network }) => `${t(`role.${role}`)}, ${network ?? t('requests.whole')}`).join('; ')}
      </p>
      <p>{t('requests.asked', { date: date(request.requestedAt.slice(0, 10)), count: request.messages })}</p>
      {failed !== undefined && <Failed error={failed} />}
      {step === 'refusing' ? (
        <RefuseForm
          name={person.name}
          busy={busy}
          onRefuse={(reason) => void settle(() => refuse(reason))}
          onCancel={back}
        />
      ) : step === 'erasing' ? (
        <div className={styles.state}>
          <p>{t('requests.sure', { name: person.name })}</p>
          <div className={styles.actions}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the button that was pressed was */}
            <Button autoFocus look="primary" busy={busy} onClick={() => void settle(erase)}>
              {t('requests.carry_out_now')}
            </Button>
            <Button look="quiet" onClick={back}>
              {t('requests.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          {lastAdministrator && <p>{t('requests.last')}</p>}
          <div className={styles.actions}>
            {!lastAdministrator && (
              <Button aria-label={t('requests.carry_out_of', { name: person.name })} onClick={() => setStep('erasing')}>
                {t('requests.carry_out')}
              </Button>
            )}
            <Button
              look="quiet"
              aria-label={t('requests.refuse_of', { name: person.name })}
              onClick={() => setStep('refusing')}
            >
              {t('requests.refuse')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
