import type { Role, Side } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A role that a person holds for a time, in a network or in one of its partnerships; an administrator's in the whole hub. */
@Entity('memberships')
export class Membership {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  networkId!: string | null;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  partnershipId!: string | null;

  @Column({ type: 'text', nullable: true })
  side!: Side | null;

  @Column({ type: 'date' })
  fromOn!: string;

  /** The first day without the role. */
  @Column({ type: 'date', nullable: true })
  untilOn!: string | null;
}
