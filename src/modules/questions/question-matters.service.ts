/** What the postman's letters say of questions and of notes that are due for review, and why they do not any more. */
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { wordsIn } from '../mail/words.js';
import { MattersService, type Due, type Matter, type NotTold } from '../notifications/matters.service.js';
import { answerDay, type Reckoned } from './answer-day.policy.js';
import { dayIn, partsOf, subjectOf, type LetterQuestion } from './question-letter.js';
import { noteMatters, questionMatters } from './question-matters.queries.js';

interface Told {
  id: string;
  networkId: string;
  reason: string | null;
}

interface QuestionRow extends Omit<LetterQuestion, 'answerBy'>, Told {
  questionId: string;
  reckoned: Reckoned;
}

interface NoteRow extends Told {
  number: number;
  title: string;
  body: string;
  reviewOn: string;
}

@Injectable()
export class QuestionMattersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly matters: MattersService,
    private readonly address: Address,
  ) {}

  onModuleInit(): void {
    this.matters.writes(
      [
        'question_asked',
        'question_routed',
        'question_due',
        'question_late',
        'question_asked_back',
        'question_followed',
        'question_answered',
        'answer_accepted',
      ],
      (due) => this.write<QuestionRow>(questionMatters, due, (row, reader) => this.ofQuestion(row, reader)),
    );
    this.matters.writes(['note_review'], (due) =>
      this.write<NoteRow>(noteMatters, due, (row, reader) => this.ofNote(row, reader)),
    );
  }

  private async write<Row extends Told>(
    sql: string,
    due: Due[],
    matterOf: (row: Row, reader: Due) => Matter,
  ): Promise<Map<string, Matter | NotTold>> {
    const rows = await this.database.query<Row>(sql, [due.map(({ notificationId }) => notificationId)]);
    const readers = new Map(due.map((one) => [one.notificationId, one]));
    return new Map(
      rows.flatMap((row): [string, Matter | NotTold][] => {
        const reader = readers.get(row.id);
        if (!reader) return [];
        return [[row.id, row.reason === null ? matterOf(row, reader) : { reason: row.reason }]];
      }),
    );
  }

  private ofQuestion(row: QuestionRow, { locale }: Due): Matter {
    const reading = { words: wordsIn(locale), locale };
    const question = { ...row, answerBy: answerDay(row.reckoned) };
    return {
      subject: subjectOf(question, reading),
      networkId: row.networkId,
      thread: `question/${row.questionId}`,
      parts: partsOf(question, this.address.of(`/q/${row.questionId}`), reading),
    };
  }

  private ofNote({ number, title, body, networkId, reviewOn }: NoteRow, { locale }: Due): Matter {
    const words = wordsIn(locale);
    return {
      subject: words('mail.note_review.subject', { title }),
      networkId,
      thread: `note/${number}`,
      parts: [
        { text: words('mail.note_review.text', { date: dayIn(locale, reviewOn) }) },
        { quoted: body },
        { link: words('mail.note.link'), address: this.address.of(`/k/${number}`) },
      ],
    };
  }
}
