import type { ClosedAs, QuestionState, QuestionStep as Step, QuestionVisibility } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody asks on behalf of a partnership; somebody is answerable for the answer. */
@Entity('questions')
@Index(['networkId', 'askedAt'])
@Index('questions_title_idx', { synchronize: false })
@Index('questions_words_idx', { synchronize: false })
export class Question {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  networkId!: string;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  partnershipId!: string | null;

  @Index()
  @Column({ type: 'uuid' })
  askedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt!: Date;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  language!: string;

  /** In English, of a person; empty where there is none. */
  @Column({ type: 'text', default: '' })
  summary!: string;

  @Column({ type: 'text' })
  visibility!: QuestionVisibility;

  /** The message that it was first said in. */
  @Index({ where: '(message_id IS NOT NULL)' })
  @Column({ type: 'uuid', nullable: true })
  messageId!: string | null;

  @Column({ type: 'text', default: 'open' })
  state!: QuestionState;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @Index({ where: '(responsible_id IS NOT NULL)' })
  @Column({ type: 'uuid', nullable: true })
  responsibleId!: string | null;

  /** Counts who was answerable, so that each is reminded once. */
  @Column({ type: 'integer', default: 0 })
  routing!: number;

  @Column({ type: 'timestamptz', nullable: true })
  routedAt!: Date | null;

  /** Who was asked when the target had passed. */
  @Column({ type: 'uuid', nullable: true })
  secondId!: string | null;

  /** Null once there is an answer. */
  @Index({ where: '(waiting_since IS NOT NULL)' })
  @Column({ type: 'timestamptz', nullable: true })
  waitingSince!: Date | null;

  /** Reckoned from the rows and the calendar of whoever is answerable. */
  @Column({ type: 'timestamptz', nullable: true })
  targetAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  closedAs!: ClosedAs | null;

  @Column({ type: 'uuid', nullable: true })
  closedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'text', default: '' })
  closedReason!: string;

  @Index({ where: '(duplicate_of IS NOT NULL)' })
  @Column({ type: 'uuid', nullable: true })
  duplicateOf!: string | null;

  /** Written by a trigger. */
  @Column({ type: 'tsvector', default: '', select: false, insert: false, update: false })
  words!: string;

  /** Written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  plainTitle!: string;
}

/** What it is about. */
@Entity('tags')
export class Tag {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', unique: true })
  slug!: string;

  /** Null for what every network asks about. */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  themeId!: string | null;

  @Column({ type: 'jsonb' })
  names!: { en: string; sv: string };

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity('question_tags')
export class QuestionTag {
  @PrimaryColumn({ type: 'uuid' })
  questionId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  tagId!: string;
}

/** A partnership has the question too. */
@Entity('question_shares')
export class QuestionShare {
  @PrimaryColumn({ type: 'uuid' })
  questionId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  partnershipId!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}

/** What happened to a question, in order; done by nobody where the network's rules did it. */
@Entity('question_steps')
export class QuestionStep {
  @PrimaryColumn({ type: 'uuid' })
  questionId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'text' })
  step!: Step;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  byId!: string | null;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  toId!: string | null;

  @Column({ type: 'text', default: '' })
  reason!: string;

  /** What was said before it was edited. */
  @Column({ type: 'jsonb', nullable: true })
  before!: { title: string; body: string } | null;
}

/** The asker is asked back: nothing runs meanwhile. */
@Entity('question_pauses')
@Index('question_pauses_open_idx', ['questionId'], { unique: true, where: '(until_at IS NULL)' })
export class QuestionPause {
  @PrimaryColumn({ type: 'uuid' })
  questionId!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  fromAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  untilAt!: Date | null;
}

@Entity('question_remarks')
export class QuestionRemark {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  questionId!: string;

  @Index()
  @Column({ type: 'uuid' })
  authorId!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'boolean', default: false })
  asksBack!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
