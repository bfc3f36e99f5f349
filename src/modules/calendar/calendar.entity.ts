import type { BandKind, FeedScope } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A stretch of time in a country that plans go around. */
@Entity('calendar_bands')
export class CalendarBand {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: BandKind;

  @Index()
  @Column({ type: 'text' })
  country!: string;

  /** By language tag; English is always there. */
  @Column({ type: 'jsonb' })
  names!: Record<string, string>;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date' })
  endsOn!: string;

  @Column({ type: 'uuid', nullable: true })
  addedBy!: string | null;

  /** It stays, so that it does not come back with the next partnership, and can be given back. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}

/** An address that a calendar reads without a session; only its hash is kept. */
@Entity('calendar_feeds')
export class CalendarFeed {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  scope!: FeedScope;

  @Column({ type: 'uuid', nullable: true })
  networkId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  partnershipId!: string | null;

  @Column({ type: 'bytea', unique: true })
  tokenHash!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'date', nullable: true })
  lastUsedOn!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
