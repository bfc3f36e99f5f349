import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** To whom the questions of a network with this tag go; without one, what no other rule takes. */
@Entity('question_rules')
@Index('question_rules_rest_idx', ['networkId'], { unique: true, where: '(tag_id IS NULL)' })
@Index('question_rules_network_id_tag_id_idx', ['networkId', 'tagId'], { unique: true })
export class QuestionRule {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  networkId!: string;

  @Column({ type: 'uuid', nullable: true })
  tagId!: string | null;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  /** Who is asked once the target has passed. */
  @Column({ type: 'uuid', nullable: true })
  secondId!: string | null;
}

/** Days on which somebody does not answer, the last one with them. */
@Entity('away_periods')
export class AwayPeriod {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'date' })
  fromOn!: string;

  @Column({ type: 'date' })
  untilOn!: string;

  @Column({ type: 'uuid', nullable: true })
  standInId!: string | null;
}
