import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to what and why, where somebody else must be able to ask later. */
@Entity('audit_entries')
@Index(['networkId', 'at'])
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'uuid' })
  actorId!: string;

  @Column({ type: 'uuid', nullable: true })
  networkId!: string | null;

  /** `noun.verb`, e.g. `message.remove`. */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text', default: '' })
  reason!: string;
}
