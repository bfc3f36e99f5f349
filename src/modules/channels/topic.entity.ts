import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('topics')
@Index(['channelId', 'lastSeq'])
// Unique in its channel by lower-case title, which a decorator cannot say.
@Index('topics_channel_id_title_idx', { synchronize: false })
export class Topic {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'integer', default: 0 })
  messages!: number;

  /** The seq of its latest message. */
  @Column({ type: 'bigint', default: 0 })
  lastSeq!: number;

  @Column({ type: 'uuid' })
  createdBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  resolvedBy!: string | null;
}
