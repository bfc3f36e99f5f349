/** Which milestone a message proves, and what it shows. Offered are those that the reader may change. */
import type { Milestone, Timeline } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice } from '../../../forms/inputs';
import { useFormats, useLocale, useT, type Translate } from '../../../i18n';
import { useHub } from '../../../live';
import { EmptyState, Failed, Loading } from '../../../ui';
import { dayOf } from '../../marks';
import { useRefresh } from '../use-milestone';
import { EvidenceForm } from './evidence-form';

interface Props {
  messageId: string;
  networkSlug: string;
  /** Whose milestones come first. */
  partnershipId: string | undefined;
  onDone(text: string): void;
  onClose(): void;
}

export function MessageEvidence({ messageId, networkSlug, partnershipId, onDone, onClose }: Props) {
  const t = useT();
  const hub = useHub();
  const locale = useLocale();
  const { date } = useFormats();
  const [chosen, setChosen] = useState('');
  const refresh = useRefresh(chosen);
  const { data, error, refetch } = useQuery({
    queryKey: ['evidence', networkSlug],
    queryFn: () => hub.call('timeline.read', { networkSlug }),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading text={t('evidence.milestones_loading')} />;
  const groups = groupsOf(data, partnershipId, t);
  if (groups.length === 0) return <EmptyState title={t('evidence.milestones_none')}>{undefined}</EmptyState>;
  const names = new Map(data.networks.flatMap(({ items }) => items).map(({ id, names: by }) => [id, by]));
  return (
    <EvidenceForm
      milestoneId={chosen === '' ? undefined : chosen}
      messageId={messageId}
      onAdded={() => {
        void refresh();
        onDone(t('evidence.added'));
      }}
      onCancel={onClose}
    >
      {({ id, problem, clear }) => (
        <Choice
          id={id}
          label={t('evidence.milestone')}
          problem={problem}
          value={chosen}
          onChange={(value) => {
            setChosen(value);
            clear();
          }}
        >
          <option value="">{t('evidence.milestone_choose')}</option>
          {groups.map(({ label, milestones }) => (
            <optgroup key={label} label={label}>
              {milestones.map((milestone) => (
                <option key={milestone.id} value={milestone.id}>
                  {names.get(milestone.itemId)?.[locale] ?? names.get(milestone.itemId)?.en}, {date(dayOf(milestone))}
                </option>
              ))}
            </optgroup>
          ))}
        </Choice>
      )}
    </EvidenceForm>
  );
}

interface Group {
  label: string;
  milestones: readonly Milestone[];
}

function groupsOf({ networks }: Timeline, partnershipId: string | undefined, t: Translate): Group[] {
  return networks.flatMap(({ rows, milestones, may }) => {
    const own = rows.filter((row) => row.may.change);
    const first = own.toSorted(
      (a, b) => Number(b.partnership.id === partnershipId) - Number(a.partnership.id === partnershipId),
    );
    const ofRows = first.map((row): Group => ({ label: row.partnership.name, milestones: row.milestones }));
    const all = may.change ? [...ofRows, { label: t('evidence.whole_network'), milestones }] : ofRows;
    return all.filter((group) => group.milestones.length > 0);
  });
}
