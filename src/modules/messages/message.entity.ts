import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('messages')
@Unique(['channelId', 'seq'])
@Unique(['authorId', 'clientId'])
@Index(['topicId', 'seq'])
export class Message {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'uuid' })
  topicId!: string;

  @Column({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'uuid' })
  authorId!: string;

  /** The sender's own id of it, unique for ever, so that a retry finds what the first try stored. */
  @Column({ type: 'uuid' })
  clientId!: string;

  /** SHA-256 of what was sent, to tell a retry from another message under the same clientId. */
  @Column({ type: 'bytea' })
  contentHash!: Buffer;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  sentAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}

@Entity('message_mentions')
export class MessageMention {
  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;
}

/** One change of a channel, in the channel's order. It holds no text: readers join today's state. */
@Entity('channel_events')
export class ChannelEvent {
  @PrimaryColumn({ type: 'uuid' })
  channelId!: string;

  @PrimaryColumn({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'text' })
  kind!: 'message.sent';

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
