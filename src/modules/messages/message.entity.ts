import type { Reaction as ReactionName } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('messages')
@Unique(['channelId', 'seq'])
@Unique(['authorId', 'clientId'])
@Index(['topicId', 'seq'])
export class Message {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index('messages_pinned_idx', { synchronize: false })
  @Column({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'uuid' })
  topicId!: string;

  @Column({ type: 'bigint' })
  seq!: number;

  /** The seq of the latest event that changed it. */
  @Column({ type: 'bigint', default: 0 })
  changedSeq!: number;

  @Column({ type: 'uuid' })
  authorId!: string;

  /** The sender's own id of it, unique for ever, so that a retry finds what the first try stored. */
  @Column({ type: 'uuid' })
  clientId!: string;

  /** SHA-256 of what was sent, to tell a retry from another message under the same clientId. */
  @Column({ type: 'bytea' })
  contentHash!: Buffer;

  /** Empty once it is removed. */
  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Index({ where: 'reply_to_id is not null' })
  @Column({ type: 'uuid', nullable: true })
  replyToId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  sentAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  removedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  removalReason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  pinnedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  pinnedBy!: string | null;
}

@Entity('message_mentions')
export class MessageMention {
  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;
}

/** A group that a message mentions, as its token. */
@Entity('message_groups')
export class MessageGroup {
  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @PrimaryColumn({ type: 'text' })
  token!: string;
}

/** What a message said before it was edited. */
@Entity('message_versions')
export class MessageVersion {
  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;
}

@Entity('reactions')
export class Reaction {
  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  reaction!: ReactionName;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
