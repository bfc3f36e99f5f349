/** Asks a partnership how far it is: a message where they read it, in a topic of the milestone's name. */
import type { maxTitleLength, Milestone, PlanItem, TimelineRow } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import { Lines } from '../../../forms/inputs';
import { useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import { useWords } from '../use-words';

const longestTitle: typeof maxTitleLength = 120;

export interface Question {
  row: TimelineRow;
  milestone: Milestone;
  item: PlanItem;
}

interface Props {
  question: Question;
  onAsked(topicId: string): void;
  onClose(): void;
}

export function AskDialog({ question: { row, milestone, item }, onAsked, onClose }: Props) {
  const t = useT();
  const hub = useHub();
  const locale = useLocale();
  const name = useWords().name(item).text;
  const [body, setBody] = useState(() => t('timeline.ask_text', { name, partnership: row.partnership.name }));
  // The same message at every try.
  const [clientId] = useState(() => uuid());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const send = async () => {
    if (row.channelId === null || body.trim() === '') return;
    setBusy(true);
    setRefused(undefined);
    try {
      const { channelId } = row;
      const { topicId } = await hub.call('message.send', {
        channelId,
        clientId,
        topicTitle: titleOf(name, row),
        body: `<#milestone:${milestone.id}>\n\n${body.trim()}`,
        language: locale,
      });
      await leadTo(topicId);
      announce(t('timeline.asked_of', { partnership: row.partnership.name }));
      onAsked(topicId);
      onClose();
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  // The question is asked all the same where the milestone has a topic by now that is not theirs to change.
  const leadTo = (topicId: string) =>
    hub.call('milestone.discuss', { milestoneId: milestone.id, topicId }).catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code !== 'FORBIDDEN') throw error;
    });
  return (
    <Dialog title={t('timeline.ask_title', { partnership: row.partnership.name })} onClose={onClose}>
      <Lines
        id="ask-text"
        label={t('timeline.ask_label')}
        hint={t('timeline.ask_hint', { name: titleOf(name, row) })}
        problem={undefined}
        value={body}
        onChange={setBody}
      />
      {refused !== undefined && <Failed error={refused} />}
      <DialogButtons>
        <Button onClick={onClose}>{t('timeline.ask_not')}</Button>
        <Button look="primary" data-first busy={busy} onClick={() => void send()}>
          {t('timeline.ask_send')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** As the page of the milestone names its topic. */
function titleOf(name: string, { partnership }: TimelineRow): string {
  return `${name} – ${partnership.name}`.slice(0, longestTitle);
}
