/**
 * The links in letters that acknowledge without signing in: for one person and one broadcast, signed, and without any
 * state of their own. What they may is asked of the rows each time.
 */
import { Failure, type AcknowledgementPage } from '@hub/contracts';
import { Database, signingKey } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { Address } from '../../edge/address.js';
import { Tries, type Allowance } from '../../edge/tries.js';
import { AcknowledgingService } from './acknowledging.service.js';
import { acknowledgementPage } from './acknowledging.queries.js';

/** Many people read their mail behind one address. */
const misses: Allowance = { what: 'acknowledgement misses by address', tries: 100, seconds: 60 * 60 };
const uses: Allowance = { what: 'acknowledgements by link', tries: 60, seconds: 60 * 60 };

const idBytes = 16;
const signatureBytes = 32;

interface Subject {
  personId: string;
  broadcastId: string;
}

type Page = AcknowledgementPage & { version: number };

@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly acknowledging: AcknowledgingService,
    private readonly tries: Tries,
    private readonly address: Address,
  ) {}

  /** The address of the page on which this person acknowledges this broadcast. */
  async linkFor(subject: Subject): Promise<string> {
    return this.address.of(`/acknowledge/${await this.token(subject)}`);
  }

  /** Changes nothing. `from`: where it is asked from. */
  async read(token: string, from: string): Promise<AcknowledgementPage> {
    return (await this.find(token, from)).page;
  }

  /** Of the version that stands today, which the page has named. */
  async give(token: string, from: string): Promise<AcknowledgementPage> {
    const { subject, page } = await this.find(token, from);
    const { version } = page;
    await this.database.transaction((tx) => this.acknowledging.keep(tx, { ...subject, version, by: 'mail' }));
    return this.read(token, from);
  }

  /** Wrong, foreign and not theirs any more answer the same. */
  private async find(token: string, from: string): Promise<{ subject: Subject; page: Page }> {
    const subject = await this.subjectOf(token);
    const [page] = subject
      ? await this.database.query<Page>(acknowledgementPage, [subject.personId, subject.broadcastId])
      : [];
    if (!subject || !page) {
      await this.tries.count(misses, from);
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    }
    await this.tries.count(uses, token);
    return { subject, page };
  }

  private async token({ personId, broadcastId }: Subject): Promise<string> {
    const ids = Buffer.concat([parse(personId), parse(broadcastId)]);
    return Buffer.concat([ids, await this.signatureOf(ids)]).toString('base64url');
  }

  private async subjectOf(token: string): Promise<Subject | undefined> {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 2 * idBytes + signatureBytes || bytes.toString('base64url') !== token) return undefined;
    const [ids, signature] = [bytes.subarray(0, 2 * idBytes), bytes.subarray(2 * idBytes)];
    if (!timingSafeEqual(signature, await this.signatureOf(ids))) return undefined;
    return { personId: stringify(ids.subarray(0, idBytes)), broadcastId: stringify(ids.subarray(idBytes)) };
  }

  private async signatureOf(ids: Buffer): Promise<Buffer> {
    const key = await signingKey(this.database, 'acknowledgement');
    return createHmac('sha256', key).update(ids).digest();
  }
}
