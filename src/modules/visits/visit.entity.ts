import type { CostOwner, PreparationState, Role, Side, VisitCause, VisitState } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('visits')
export class Visit {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  networkId!: string;

  @Index()
  @Column({ type: 'uuid' })
  partnershipId!: string;

  @Column({ type: 'text' })
  hostSide!: Side;

  @Column({ type: 'uuid', nullable: true })
  hostGovernmentId!: string | null;

  /** The first day as it was planned at first; never changed. */
  @Column({ type: 'date' })
  plannedOn!: string;

  @Column({ type: 'date' })
  startsOn!: string;

  /** The last day. */
  @Column({ type: 'date' })
  endsOn!: string;

  @Column({ type: 'text', default: 'planned' })
  state!: VisitState;

  @Column({ type: 'text', nullable: true })
  cause!: VisitCause | null;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text', default: '' })
  programme!: string;

  /** How many of a role, never who: the rows of a visit hold no passport data. */
  @Column({ type: 'jsonb', default: [] })
  participants!: { side: Side; role: Role; count: number }[];

  @Column({ type: 'jsonb' })
  checklist!: Record<'invitationLetters' | 'visas' | 'interpreter', PreparationState>;

  @Column({ type: 'text', nullable: true })
  costOwner!: CostOwner | null;

  @Column({ type: 'text', default: '' })
  lessons!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** How a visit stood from a change on: everything of it that can change. Rows are only ever added. */
@Entity('visit_changes')
export class VisitChange {
  @PrimaryColumn({ type: 'uuid' })
  visitId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'jsonb' })
  snapshot!: VisitSnapshot;

  @Column({ type: 'boolean', default: false })
  undone!: boolean;
}

export type VisitSnapshot = Omit<Visit, 'id' | 'networkId' | 'partnershipId' | 'plannedOn' | 'version'>;
