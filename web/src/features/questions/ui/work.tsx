/** What the reader may do with a question, one thing at a time. */
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { Button, Failed } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useProfile } from '../../session';
import { isLeftBehind } from '../may';
import { allowed, type Panel, type PanelProps } from '../use-panel';
import { useRefresh } from '../use-questions';
import { CloseForm } from './close-form';
import { EditForm } from './edit-form';
import { GiveForm } from './give-form';
import { ReasonForm } from './reason-form';

export function Work({ page, panel, onPanel }: PanelProps) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const reader = useProfile();
  const may = allowed(page);
  const { id: questionId, responsible } = page;
  const shown = (['give', 'decline', 'edit', 'close', 'reopen'] as const).filter((one) => may[one]);
  // What is answered may be answered too, below its answers.
  const answers = may.answer && (page.state === 'open' || page.state === 'routed');
  if (shown.length === 0 && !page.may.take && !answers && !may.askBack) return null;
  const take = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await hub.call('question.take', { questionId });
      await refresh();
      announce(t('questions.taken'));
      onPanel('answer');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const close = () => {
    onPanel(undefined);
    // What was pressed is gone with its form.
    requestAnimationFrame(() => document.getElementById('work')?.focus());
  };
  const opener = (one: Panel, look: 'primary' | 'plain' | 'quiet', text: string) => (
    <Button
      key={one}
      look={look}
      data-quiet={look === 'quiet' || undefined}
      aria-expanded={panel === one}
      onClick={() => onPanel(panel === one ? undefined : one)}
    >
      {text}
    </Button>
  );
  const texts = {
    give: t(page.may.assign ? (responsible ? 'questions.give_other' : 'questions.give') : 'questions.pass_on'),
    decline: t('questions.decline'),
    edit: t('questions.edit'),
    close: t('questions.close'),
    reopen: t('questions.reopen'),
  };
  return (
    <section aria-labelledby="work" className={pages.section}>
      <h2 id="work" tabIndex={-1} className="visually-hidden">
        {t('questions.work')}
      </h2>
      <div className={pages.actions}>
        {page.may.take && (
          <Button look="primary" busy={busy} onClick={() => void take()}>
            {t('questions.take')}
          </Button>
        )}
        {answers && opener('answer', page.may.take ? 'plain' : 'primary', t('questions.answer'))}
        {may.askBack && opener('askBack', 'plain', t('questions.ask_back'))}
        {shown.map((one) => opener(one, 'quiet', texts[one]))}
      </div>
      {error !== undefined && <Failed error={error} />}
      {panel === 'give' && may.give && <GiveForm page={page} onDone={close} />}
      {panel === 'decline' && may.decline && (
        <ReasonForm
          questionId={questionId}
          name="decline"
          label={t('questions.decline_why')}
          hint={t('questions.decline_hint')}
          button={t('questions.decline')}
          send={async (reason) => {
            await hub.call('question.decline', { questionId, reason });
            if (isLeftBehind(reader, page)) navigate({ to: '/questions' });
          }}
          input={(reason) => ({ questionId, reason })}
          said={t('questions.declined')}
          onDone={close}
        />
      )}
      {panel === 'reopen' && may.reopen && (
        <ReasonForm
          questionId={questionId}
          name="reopen"
          label={t('questions.reopen_why')}
          button={t('questions.reopen')}
          send={(reason) => hub.call('question.reopen', { questionId, reason })}
          input={(reason) => ({ questionId, reason })}
          said={t('questions.reopened')}
          onDone={close}
        />
      )}
      {panel === 'close' && may.close && <CloseForm page={page} onDone={close} />}
      {panel === 'edit' && may.edit && <EditForm page={page} onDone={close} />}
    </section>
  );
}
