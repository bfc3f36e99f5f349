import type { PartnershipStatus, Side, Source } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('partnerships')
export class Partnership {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', unique: true })
  slug!: string;

  @Index()
  @Column({ type: 'uuid' })
  networkId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true, default: [] })
  formerNames!: string[];

  @Column({ type: 'boolean', default: false })
  associate!: boolean;

  @Column({ type: 'text' })
  source!: Source;

  /** The partnership of an earlier network that this one goes on from. */
  @Column({ type: 'uuid', nullable: true })
  continuesId!: string | null;
}

/** A local government's dated place on one of the two sides. A side may have none, one or several. */
@Entity('partnership_parties')
export class PartnershipParty {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  partnershipId!: string;

  @Column({ type: 'text' })
  side!: Side;

  @Index()
  @Column({ type: 'uuid' })
  localGovernmentId!: string;

  @Column({ type: 'date' })
  fromOn!: string;

  @Column({ type: 'date', nullable: true })
  untilOn!: string | null;
}

/** From this day the partnership is in this status, until the next such row. */
@Entity('partnership_statuses')
export class PartnershipStatusChange {
  @PrimaryColumn({ type: 'uuid' })
  partnershipId!: string;

  @PrimaryColumn({ type: 'date' })
  fromOn!: string;

  @Column({ type: 'text' })
  status!: PartnershipStatus;

  @Column({ type: 'text', default: '' })
  reason!: string;
}
