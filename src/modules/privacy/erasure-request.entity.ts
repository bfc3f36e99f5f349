import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody asked to be erased; the row stays, under their pseudonym. */
@Entity('erasure_requests')
export class ErasureRequest {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index('erasure_requests_open_idx', { unique: true, where: 'settled_at is null' })
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  settledBy!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: 'carried_out' | 'refused' | 'withdrawn' | null;

  /** Why it was refused. */
  @Column({ type: 'text', default: '' })
  reason!: string;
}
