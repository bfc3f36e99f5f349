/** Giving a question to somebody else: whoever routes may say why, whoever passes it on does. */
import type { Answerer, QuestionPage } from '@hub/contracts';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { Failed, Field, inputClass, Loading } from '../../../ui';
import { useProfile } from '../../session';
import { give } from '../given';
import { isLeftBehind } from '../may';
import { useQuestionRules } from '../use-questions';
import { AnswererOptions } from './answerer-options';
import { Meanwhile } from './meanwhile';
import { ReasonForm } from './reason-form';

export function GiveForm({ page, onDone }: { page: QuestionPage; onDone(): void }) {
  const t = useT();
  const hub = useHub();
  const reader = useProfile();
  const { id: questionId, responsible, network, may } = page;
  const { data, error, refetch } = useQuestionRules(network.slug);
  const others = (data?.answerers ?? []).filter(({ id }) => id !== responsible?.id && (may.assign || id !== reader.id));
  const [personId, setPersonId] = useState('');
  const [before] = useState(responsible);
  const overtaken = before?.id !== responsible?.id;
  const whom = others.find(({ id }) => id === personId);
  const inputOf = (reason: string) => ({
    questionId,
    personId: personId === '' ? (undefined as never) : personId,
    // Whoever passes it on says why; the hub asks for it where it is left out.
    ...(reason.trim() !== '' || !may.assign ? { reason } : {}),
    insteadOf: responsible?.id ?? null,
  });
  if (!data) {
    if (error) return <Failed error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('questions.loading_form')} />;
  }
  return (
    <ReasonForm
      questionId={questionId}
      name="assign"
      label={t(may.assign ? 'questions.give_why' : 'questions.pass_on_why')}
      required={!may.assign}
      button={t(!may.assign ? 'questions.pass_on' : overtaken ? 'questions.give_nonetheless' : 'questions.give_button')}
      input={inputOf}
      send={async (reason) => {
        if (!(await give(hub, inputOf(reason)))) return false;
        if (!may.assign && isLeftBehind(reader, page)) navigate({ to: '/questions' });
      }}
      said={t('questions.given', { name: whom?.name ?? '' })}
      onDone={onDone}
    >
      {(problem) => (
        <>
          {overtaken && <Meanwhile responsible={responsible} />}
          <Whom answerers={others} value={personId} problem={problem} onChange={setPersonId} />
        </>
      )}
    </ReasonForm>
  );
}

interface WhomProps {
  answerers: readonly Answerer[];
  value: string;
  problem: string | undefined;
  onChange(personId: string): void;
}

function Whom({ answerers, value, problem, onChange }: WhomProps) {
  const t = useT();
  return (
    <Field id="give-person" label={t('questions.give_whom')} problem={problem}>
      {(control) => (
        <select
          {...control}
          className={inputClass}
          aria-required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('questions.choose')}</option>
          <AnswererOptions of={answerers} />
        </select>
      )}
    </Field>
  );
}
