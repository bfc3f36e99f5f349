/** Where a milestone is talked about: its topic, or the first message of one, which names it. */
import type { MilestonePage } from '@hub/contracts';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { TalkSection } from '../../writing/talk';
import { useRefresh } from '../use-milestone';

interface Props {
  page: MilestonePage;
  name: string;
}

export function Talk({ page, name }: Props) {
  const { topic, channelId, partnership } = page;
  const milestoneId = page.milestone.id;
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh(milestoneId);
  if (!topic && channelId === null) return null;
  return (
    <TalkSection
      about={`milestone:${milestoneId}`}
      texts={{
        heading: t('milestone.talk'),
        first: t('milestone.talk_first'),
        hint: t('milestone.talk_hint'),
        goTo: t('milestone.talk_in', { topic: topic?.title ?? '' }),
      }}
      topicId={topic?.id}
      channelId={channelId ?? undefined}
      // In the words of the plan, with whose it is, since a channel may speak of several.
      title={partnership ? `${name} – ${partnership.name}` : name}
      mark={`<#milestone:${milestoneId}>`}
      onOpened={async (topicId) => {
        await hub.call('milestone.discuss', { milestoneId, topicId });
        void refresh();
      }}
    />
  );
}
