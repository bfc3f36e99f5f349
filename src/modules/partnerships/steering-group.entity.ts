import type { Mandate, Role, Side } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('steering_groups')
export class SteeringGroup {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', unique: true })
  partnershipId!: string;
}

/** A place in a steering group, apart from whoever holds it. */
@Entity('seats')
export class Seat {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  steeringGroupId!: string;

  @Column({ type: 'text' })
  side!: Side;

  @Column({ type: 'text' })
  role!: Extract<Role, 'politician' | 'senior_official'>;

  /** Shown to the steering group and ICLD only. Which party it is is not recorded anywhere. */
  @Column({ type: 'text' })
  mandate!: Mandate;

  @Column({ type: 'date' })
  fromOn!: string;

  @Column({ type: 'date', nullable: true })
  untilOn!: string | null;
}

@Entity('seat_holders')
export class SeatHolder {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  seatId!: string;

  @Index()
  @Column({ type: 'uuid' })
  membershipId!: string;

  @Column({ type: 'date' })
  fromOn!: string;

  @Column({ type: 'date', nullable: true })
  untilOn!: string | null;
}
