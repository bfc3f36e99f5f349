/**
 * How events change what a client has loaded: pure, so that old state and events equal freshly fetched state. What no
 * event can bring up to date is left out of the new state, and is to be loaded afresh.
 */
import type { ChannelCard, ChannelPage, HubEvent, Message, NotificationList, UnreadList } from '@hub/contracts';
import { reduceChannelCards, reduceChannelPage } from './reduce-channels.js';
import { reducePins, reduceStretch, type Stretch } from './reduce-messages.js';
import { reduceNotifications } from './reduce-notifications.js';
import { reduceUnread } from './reduce-unread.js';
import { reduceReadings, type Reader } from './topics.js';

/** Everything that a client has loaded, each part only if it has. */
export interface HubState extends Reader {
  /** Pages of channels by the channel's id. */
  channels: Readonly<Record<string, ChannelPage>>;
  /** By the topic's id. */
  messages: Readonly<Record<string, Stretch>>;
  /** By the channel's id. */
  pins: Readonly<Record<string, readonly Message[]>>;
  /** The reader's channels in a network, by the network's id. */
  cards: Readonly<Record<string, readonly ChannelCard[]>>;
  unread?: UnreadList;
  notifications?: NotificationList;
}

/** The state of somebody who has loaded nothing yet. */
export function emptyState(me: string): HubState {
  return { me, readings: {}, channels: {}, messages: {}, pins: {}, cards: {} };
}

/** Events are to be given once and in order, as a `Hub` tells them. */
export function reduce(state: HubState, event: HubEvent): HubState {
  const reader = { me: state.me, readings: reduceReadings(state.readings, event) };
  const channels = each(state.channels, (page) => reduceChannelPage(page, event, reader));
  const page = 'channelId' in event ? channels[event.channelId] : undefined;
  return {
    ...reader,
    channels,
    messages: each(state.messages, (stretch, topicId) => reduceStretch(stretch, topicId, event)),
    pins: each(state.pins, (pins, channelId) => reducePins(pins, channelId, event)),
    cards: each(state.cards, (cards, networkId) => reduceChannelCards(cards, event, networkId)),
    unread: state.unread && reduceUnread(state.unread, event, reader, page),
    notifications: state.notifications && reduceNotifications(state.notifications, event),
  };
}

/** The same record when nothing of it changes. */
function each<T>(
  record: Readonly<Record<string, T>>,
  fold: (value: T, key: string) => T | undefined,
): Readonly<Record<string, T>> {
  const next: Record<string, T> = {};
  let same = true;
  for (const [key, value] of Object.entries(record)) {
    const now = fold(value, key);
    if (now !== undefined) next[key] = now;
    same &&= now === value;
  }
  return same ? record : next;
}
