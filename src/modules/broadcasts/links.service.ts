/**
 * The links in letters that acknowledge without signing in: for one person and one version of one broadcast, signed,
 * and without any state of their own. What they may is asked of the rows each time.
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
const versionBytes = 4;
const subjectBytes = 2 * idBytes + versionBytes;
const signatureBytes = 32;

type Page = AcknowledgementPage & { current: number };

interface Subject {
  personId: string;
  broadcastId: string;
  /** What the letter holds. */
  version: number;
}

@Injectable()
export class LinksService {
  private key: Buffer | undefined;

  constructor(
    private readonly database: Database,
    private readonly acknowledging: AcknowledgingService,
    private readonly tries: Tries,
    private readonly address: Address,
  ) {}

  /** The address of the page on which this person acknowledges this version. */
  async linkFor(subject: Subject): Promise<string> {
    return this.address.of(`/acknowledge/${await this.token(subject)}`);
  }

  /** Changes nothing. `from`: where it is asked from. */
  async read(token: string, from: string): Promise<AcknowledgementPage> {
    return (await this.find(token, from)).page;
  }

  /** Of the version that the page showed: one that was corrected meanwhile, and is asked for anew, is read first. */
  async give(token: string, version: number, from: string): Promise<AcknowledgementPage> {
    const { subject, page } = await this.find(token, from);
    if (page.acknowledgedAt !== null) return page;
    if (version >= page.version && version <= page.current) {
      const { personId, broadcastId } = subject;
      await this.database.transaction((tx) =>
        this.acknowledging.keep(tx, { personId, broadcastId, version, by: 'mail' }),
      );
    }
    const given = await this.read(token, from);
    if (given.acknowledgedAt === null) throw new Failure('CONFLICT', 'It was corrected meanwhile.');
    return given;
  }

  /** Wrong, foreign and not theirs any more answer the same. */
  private async find(token: string, from: string): Promise<{ subject: Subject; page: Page }> {
    const subject = await this.subjectOf(token);
    const [page] = subject
      ? await this.database.query<Page>(acknowledgementPage, [subject.personId, subject.broadcastId, subject.version])
      : [];
    if (!subject || !page) {
      await this.tries.count(misses, from);
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    }
    await this.tries.count(uses, token);
    return { subject, page };
  }

  private async token({ personId, broadcastId, version }: Subject): Promise<string> {
    const number = Buffer.alloc(versionBytes);
    number.writeUInt32BE(version);
    const subject = Buffer.concat([parse(personId), parse(broadcastId), number]);
    return Buffer.concat([subject, await this.signatureOf(subject)]).toString('base64url');
  }

  private async subjectOf(token: string): Promise<Subject | undefined> {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== subjectBytes + signatureBytes || bytes.toString('base64url') !== token) return undefined;
    const [subject, signature] = [bytes.subarray(0, subjectBytes), bytes.subarray(subjectBytes)];
    if (!timingSafeEqual(signature, await this.signatureOf(subject))) return undefined;
    return {
      personId: stringify(subject.subarray(0, idBytes)),
      broadcastId: stringify(subject.subarray(idBytes, 2 * idBytes)),
      version: subject.readUInt32BE(2 * idBytes),
    };
  }

  private async signatureOf(subject: Buffer): Promise<Buffer> {
    this.key ??= await signingKey(this.database, 'acknowledgement');
    return createHmac('sha256', this.key).update(subject).digest();
  }
}
