import type { ChannelCard, HubEvent } from '@hub/contracts';

/** A page with its channels' latest message brought up to date; the same page when nothing of it changed. */
export function foldChannels<T extends { channels: ChannelCard[] }>(page: T, events: readonly HubEvent[]): T {
  const latest = new Map<string, { seq: number; sentAt: string }>();
  for (const event of events)
    if (event.kind === 'message.sent') latest.set(event.channelId, { seq: event.seq, sentAt: event.message.sentAt });
  const isNews = (channel: ChannelCard) => (latest.get(channel.id)?.seq ?? 0) > channel.lastSeq;
  if (!page.channels.some(isNews)) return page;
  const channels = page.channels.map((channel) => {
    const message = latest.get(channel.id);
    return message && isNews(channel) ? { ...channel, lastSeq: message.seq, lastMessageAt: message.sentAt } : channel;
  });
  return { ...page, channels };
}
