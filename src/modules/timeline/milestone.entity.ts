import type { CoreValue, MilestoneKind, MilestoneScope, MilestoneState, ResultLevel, Role } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A line of a network's milestone plan. Its planned day is never changed: milestones move by forecast. */
@Entity('plan_items')
@Unique(['networkId', 'number'])
export class PlanItem {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  networkId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  kind!: MilestoneKind;

  @Column({ type: 'text' })
  scope!: MilestoneScope;

  /** By language tag; English is always there. */
  @Column({ type: 'jsonb' })
  names!: Record<string, string>;

  /** 1 is the month the network started in. */
  @Column({ type: 'integer' })
  month!: number;

  @Column({ type: 'date' })
  plannedOn!: string;

  @Column({ type: 'time', nullable: true })
  deadlineTime!: string | null;

  @Column({ type: 'text', nullable: true })
  deadlineZone!: string | null;

  @Column({ type: 'text' })
  ownerRole!: Role;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

/** A line of the plan as the network, or one partnership, lives it. */
@Entity('milestones')
@Index('milestones_item_id_partnership_id_idx', ['itemId', 'partnershipId'], { unique: true })
@Index('milestones_of_network_idx', ['itemId'], { unique: true, where: '(partnership_id IS NULL)' })
export class Milestone {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  itemId!: string;

  @Index()
  @Column({ type: 'uuid' })
  networkId!: string;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  partnershipId!: string | null;

  @Column({ type: 'date' })
  plannedOn!: string;

  @Column({ type: 'date', nullable: true })
  forecastOn!: string | null;

  @Column({ type: 'date', nullable: true })
  actualOn!: string | null;

  @Column({ type: 'text', default: 'not_started' })
  state!: MilestoneState;

  @Column({ type: 'text', default: '' })
  lesson!: string;

  @Column({ type: 'uuid', nullable: true })
  ownerSeatId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  topicId!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** How a milestone stood from a change on. Rows are only ever added. */
@Entity('milestone_changes')
export class MilestoneChange {
  @PrimaryColumn({ type: 'uuid' })
  milestoneId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  /** Null for what the plan brought. */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'date', nullable: true })
  forecastOn!: string | null;

  @Column({ type: 'date', nullable: true })
  actualOn!: string | null;

  @Column({ type: 'text' })
  state!: MilestoneState;

  @Column({ type: 'text', default: '' })
  lesson!: string;

  @Column({ type: 'uuid', nullable: true })
  ownerSeatId!: string | null;

  @Column({ type: 'boolean', default: false })
  undone!: boolean;
}

/** What proves a result of a milestone: a message or a page elsewhere. */
@Entity('evidence')
export class Evidence {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  milestoneId!: string;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'uuid', nullable: true })
  messageId!: string | null;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'text', array: true, default: [] })
  sdgTargets!: string[];

  @Column({ type: 'text', nullable: true })
  coreValue!: CoreValue | null;

  @Column({ type: 'text', nullable: true })
  level!: ResultLevel | null;

  @Column({ type: 'integer', nullable: true })
  year!: number | null;

  @Index()
  @Column({ type: 'uuid' })
  addedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  addedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
