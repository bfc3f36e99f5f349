/** Every table's entity and every migration, in order. */
import { OutboxEntry, Setting } from '@hub/database';
import { Try } from './edge/try.entity.js';
import { Field1764000000000 } from './migrations/1764000000000-field.js';
import { People1764000001000 } from './migrations/1764000001000-people.js';
import { Conversation1764000002000 } from './migrations/1764000002000-conversation.js';
import { Telling1764000003000 } from './migrations/1764000003000-telling.js';
import { MembershipOfChannels1764000004000 } from './migrations/1764000004000-membership-of-channels.js';
import { Talk1764000005000 } from './migrations/1764000005000-talk.js';
import { MailAndAudit1764000006000 } from './migrations/1764000006000-mail-and-audit.js';
import { Sessions1764000009000 } from './migrations/1764000009000-sessions.js';
import { Entrance1764000011000 } from './migrations/1764000011000-entrance.js';
import { Privacy1764000010000 } from './migrations/1764000010000-privacy.js';
import { Passkeys1764000009100 } from './migrations/1764000009100-passkeys.js';
import { KeepingTheField1764000007000 } from './migrations/1764000007000-keeping-the-field.js';
import { RoleEndings1764000008000 } from './migrations/1764000008000-role-endings.js';
import { PersonalTokens1764000009200 } from './migrations/1764000009200-personal-tokens.js';
import { Identities1764000009300 } from './migrations/1764000009300-identities.js';
import { AuditEntry } from './modules/administration/audit.entity.js';
import {
  Channel,
  ChannelKindRole,
  ChannelMember,
  Enrolment,
  EnrolmentChange,
} from './modules/channels/channel.entity.js';
import { Topic } from './modules/channels/topic.entity.js';
import { Invitation, InvitationLetter } from './modules/entrance/invitation.entity.js';
import { SignIn } from './modules/entrance/sign-in.entity.js';
import { EndingWarning } from './modules/identity/ending-warning.entity.js';
import { Membership } from './modules/identity/membership.entity.js';
import { PersonalToken } from './modules/identity/personal-token.entity.js';
import { Person } from './modules/identity/person.entity.js';
import { Session } from './modules/identity/session.entity.js';
import { ChannelEvent, UserEvent } from './modules/journal/journal.entity.js';
import { DemonstrationMail } from './modules/mail/demonstration-mail.entity.js';
import { Message, MessageGroup, MessageMention, MessageVersion, Reaction } from './modules/messages/message.entity.js';
import { Report } from './modules/messages/report.entity.js';
import { Network, NetworkClosing, Theme } from './modules/networks/network.entity.js';
import { Delivery, Notification } from './modules/notifications/notification.entity.js';
import { LocalGovernment } from './modules/partnerships/local-government.entity.js';
import { Partnership, PartnershipParty, PartnershipStatusChange } from './modules/partnerships/partnership.entity.js';
import { Project } from './modules/partnerships/project.entity.js';
import { ErasureRequest } from './modules/privacy/erasure-request.entity.js';
import { Fault } from './modules/privacy/fault.entity.js';
import { ReadMarker } from './modules/reading/read-marker.entity.js';
import { Identity, IdentityAttempt } from './modules/security/identity.entity.js';
import { Passkey, PasskeyChallenge } from './modules/security/passkey.entity.js';
import { Seat, SeatHolder, SteeringGroup } from './modules/partnerships/steering-group.entity.js';
import { CalendarBand, CalendarFeed } from './modules/calendar/calendar.entity.js';
import { Evidence, Milestone, MilestoneChange, PlanItem } from './modules/timeline/milestone.entity.js';
import { Visit, VisitChange } from './modules/visits/visit.entity.js';
import {
  Broadcast,
  BroadcastNetwork,
  BroadcastRecipient,
  BroadcastSide,
  BroadcastText,
  BroadcastVersion,
} from './modules/broadcasts/broadcast.entity.js';
import { ChannelTelling } from './modules/notifications/channel-telling.entity.js';
import { ChannelPreference, Preference } from './modules/preferences/preference.entity.js';
import { KnowledgeNote, NoteTag, NoteVersion } from './modules/knowledge/knowledge-note.entity.js';
import { Answer, AnswerEndorsement, AnswerVersion } from './modules/questions/answer.entity.js';
import {
  Question,
  QuestionPause,
  QuestionRemark,
  QuestionShare,
  QuestionStep,
  QuestionTag,
  Tag,
} from './modules/questions/question.entity.js';
import { AwayPeriod, QuestionRule } from './modules/questions/routing.entity.js';
import { Knowledge1764000014100 } from './migrations/1764000014100-knowledge.js';
import { GuestExperts1764000014500 } from './migrations/1764000014500-guest-experts.js';
import { PlacesByPerson1764000015000 } from './migrations/1764000015000-places-by-person.js';
import { Questions1764000014000 } from './migrations/1764000014000-questions.js';
import { Reach1764000013000 } from './migrations/1764000013000-reach.js';
import { SendingBesideTelling1764000015100 } from './migrations/1764000015100-sending-beside-telling.js';
import { SendingDraftByDraft1764000016000 } from './migrations/1764000016000-sending-draft-by-draft.js';
import { RestingBetweenTellings1764000016100 } from './migrations/1764000016100-resting-between-tellings.js';
import { Timeline1764000012000 } from './migrations/1764000012000-timeline.js';
import { TimelineMends1764000012500 } from './migrations/1764000012500-timeline-mends.js';

export const entities = [
  Setting,
  OutboxEntry,
  Theme,
  Network,
  NetworkClosing,
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
  EndingWarning,
  Session,
  Channel,
  ChannelMember,
  ChannelKindRole,
  Enrolment,
  EnrolmentChange,
  Topic,
  Message,
  MessageMention,
  MessageGroup,
  MessageVersion,
  Reaction,
  Report,
  ReadMarker,
  AuditEntry,
  ChannelEvent,
  Notification,
  Delivery,
  UserEvent,
  DemonstrationMail,
  Try,
  SignIn,
  Invitation,
  InvitationLetter,
  ErasureRequest,
  Fault,
  Passkey,
  PasskeyChallenge,
  PersonalToken,
  Identity,
  IdentityAttempt,
  PlanItem,
  Milestone,
  MilestoneChange,
  Evidence,
  Visit,
  VisitChange,
  CalendarBand,
  CalendarFeed,
  Broadcast,
  BroadcastNetwork,
  BroadcastRecipient,
  BroadcastSide,
  BroadcastText,
  BroadcastVersion,
  Preference,
  ChannelPreference,
  ChannelTelling,
  Question,
  Tag,
  QuestionTag,
  QuestionShare,
  QuestionStep,
  QuestionPause,
  QuestionRemark,
  Answer,
  AnswerVersion,
  AnswerEndorsement,
  QuestionRule,
  AwayPeriod,
  KnowledgeNote,
  NoteVersion,
  NoteTag,
];

export const migrations = [
  Field1764000000000,
  People1764000001000,
  Conversation1764000002000,
  Telling1764000003000,
  MembershipOfChannels1764000004000,
  Talk1764000005000,
  MailAndAudit1764000006000,
  Sessions1764000009000,
  Entrance1764000011000,
  Privacy1764000010000,
  Passkeys1764000009100,
  KeepingTheField1764000007000,
  RoleEndings1764000008000,
  PersonalTokens1764000009200,
  Identities1764000009300,
  Timeline1764000012000,
  TimelineMends1764000012500,
  Reach1764000013000,
  Questions1764000014000,
  Knowledge1764000014100,
  GuestExperts1764000014500,
  PlacesByPerson1764000015000,
  SendingBesideTelling1764000015100,
  SendingDraftByDraft1764000016000,
  RestingBetweenTellings1764000016100,
];
