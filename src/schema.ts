/** Every table's entity and every migration, in order. */
import { OutboxEntry, Setting } from '@hub/database';
import { Field1764000000000 } from './migrations/1764000000000-field.js';
import { People1764000001000 } from './migrations/1764000001000-people.js';
import { Conversation1764000002000 } from './migrations/1764000002000-conversation.js';
import { Telling1764000003000 } from './migrations/1764000003000-telling.js';
import { Channel, ChannelMember } from './modules/channels/channel.entity.js';
import { Topic } from './modules/channels/topic.entity.js';
import { Membership } from './modules/identity/membership.entity.js';
import { Person } from './modules/identity/person.entity.js';
import { Session } from './modules/identity/session.entity.js';
import { ChannelEvent, Message, MessageMention } from './modules/messages/message.entity.js';
import { Network, Theme } from './modules/networks/network.entity.js';
import { Delivery, Notification, UserEvent } from './modules/notifications/notification.entity.js';
import { LocalGovernment } from './modules/partnerships/local-government.entity.js';
import { Partnership, PartnershipParty, PartnershipStatusChange } from './modules/partnerships/partnership.entity.js';
import { Project } from './modules/partnerships/project.entity.js';
import { Seat, SeatHolder, SteeringGroup } from './modules/partnerships/steering-group.entity.js';

export const entities = [
  Setting,
  OutboxEntry,
  Theme,
  Network,
  LocalGovernment,
  Partnership,
  PartnershipParty,
  PartnershipStatusChange,
  Project,
  SteeringGroup,
  Seat,
  SeatHolder,
  Person,
  Membership,
  Session,
  Channel,
  ChannelMember,
  Topic,
  Message,
  MessageMention,
  ChannelEvent,
  Notification,
  Delivery,
  UserEvent,
];

export const migrations = [Field1764000000000, People1764000001000, Conversation1764000002000, Telling1764000003000];
