import type { AnswerSource, Role } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('answers')
@Index('answers_accepted_idx', ['questionId'], { unique: true, where: '(accepted_at IS NOT NULL)' })
export class Answer {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  questionId!: string;

  @Index()
  @Column({ type: 'uuid' })
  authorId!: string;

  /** The author's role when it was written. */
  @Column({ type: 'text', nullable: true })
  role!: Role | null;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'jsonb', default: [] })
  sources!: AnswerSource[];

  /** The message that it was first said in. */
  @Index({ where: '(message_id IS NOT NULL)' })
  @Column({ type: 'uuid', nullable: true })
  messageId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;
}

/** What an answer said before it was edited. */
@Entity('answer_versions')
export class AnswerVersion {
  @PrimaryColumn({ type: 'uuid' })
  answerId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'jsonb' })
  sources!: AnswerSource[];

  @Column({ type: 'timestamptz' })
  at!: Date;
}

@Entity('answer_endorsements')
export class AnswerEndorsement {
  @PrimaryColumn({ type: 'uuid' })
  answerId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text', nullable: true })
  role!: Role | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
