/** Giving evidence: what it is, what it shows, and which goals, value and level of result it speaks for. */
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { v7 as uuid } from 'uuid';
import forms from '../../../forms/forms.module.css';
import { Choice, Line, Lines } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { coreValues, emptyEvidence, evidenceOf, levels, type EvidenceDraft } from '../evidence';
import styles from './evidence.module.css';

interface Props {
  /** Undefined until one is chosen. */
  milestoneId: string | undefined;
  /** The message that is the evidence; without one an address is asked for. */
  messageId?: string;
  onAdded(): Promise<void> | void;
  onCancel(): void;
  /** Asks for the milestone first, where it is not given. */
  children?(choice: { id: string; problem: string | undefined; clear(): void }): ReactNode;
}

export function EvidenceForm({ milestoneId, messageId, onAdded, onCancel, children }: Props) {
  const t = useT();
  const id = useId();
  const hub = useHub();
  // A retry adds nothing twice.
  const [evidenceId] = useState(() => uuid());
  const [draft, setDraft] = useState(emptyEvidence);
  const form = useForm(['link', 'note', 'sdgTargets', 'year', 'milestoneId'], checkBy('AddEvidence'));
  const bind = (field: keyof EvidenceDraft, checked: 'link' | 'note' | 'sdgTargets' | 'year') => ({
    id: `${id}-${field}`,
    label: t(`evidence.${field}`),
    problem: form.problem(checked),
    value: draft[field],
    onChange: (value: string) => {
      setDraft((before) => ({ ...before, [field]: value }));
      form.clear(checked);
    },
  });
  const milestone = form.problem('milestoneId') === undefined ? undefined : t('evidence.milestone_missing');
  const fields = [
    bind('link', 'link'),
    bind('note', 'note'),
    bind('targets', 'sdgTargets'),
    bind('year', 'year'),
  ] as const;
  const [link, note, targets, year] = fields;

  const send = (event: FormEvent) => {
    event.preventDefault();
    const input = evidenceOf(draft, { milestoneId: milestoneId ?? '', evidenceId, messageId, origin: location.origin });
    void form.submit(input, async () => {
      await hub.call('evidence.add', input);
      await onAdded();
    });
  };

  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary
        problems={[
          { fieldId: `${id}-milestone`, label: t('evidence.milestone'), text: milestone },
          ...fields.map((field) => ({ fieldId: field.id, label: field.label, text: field.problem })),
        ]}
        failures={form.failures}
      />
      {children?.({ id: `${id}-milestone`, problem: milestone, clear: () => form.clear('milestoneId') })}
      {messageId === undefined && <Line {...link} hint={t('evidence.link_hint')} />}
      <Lines {...note} required={false} hint={t('evidence.note_hint')} />
      <Line {...targets} required={false} hint={t('evidence.targets_hint')} />
      <div className={styles.row}>
        <Choice
          id={`${id}-value`}
          label={t('evidence.coreValue')}
          problem={undefined}
          required={false}
          value={draft.coreValue}
          onChange={(coreValue) => setDraft({ ...draft, coreValue })}
        >
          <option value="">{t('evidence.none')}</option>
          {coreValues.map((one) => (
            <option key={one} value={one}>
              {t(`core_value.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice
          id={`${id}-level`}
          label={t('evidence.level')}
          problem={undefined}
          required={false}
          value={draft.level}
          onChange={(level) => setDraft({ ...draft, level })}
        >
          <option value="">{t('evidence.none')}</option>
          {levels.map((one) => (
            <option key={one} value={one}>
              {t(`result_level.${one}`)}
            </option>
          ))}
        </Choice>
        <Line {...year} type="number" min="2000" max="2100" required={false} />
      </div>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('evidence.add_it')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('milestone.cancel')}
        </Button>
      </div>
    </form>
  );
}
