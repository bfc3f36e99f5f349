/** The tokens by which a person stops letters of a kind from the letter itself: they name both, and nothing is kept of them. */
import { notificationKinds, type NotificationKind } from '@hub/contracts';
import { Database, signingKey } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

export type Unsubscribed = NotificationKind | 'digest';

const purpose = 'unsubscription';
const idBytes = 16;
const seal = 32;

@Injectable()
export class UnsubscribingService {
  private key: Buffer | undefined;

  constructor(private readonly database: Database) {}

  async tokenOf(personId: string, what: Unsubscribed): Promise<string> {
    const said = Buffer.concat([parse(personId), Buffer.from(what)]);
    return Buffer.concat([await this.sealOf(said), said]).toString('base64url');
  }

  /** Nothing for a token that is not of this hub. Whether the person may still be written to is to be asked. */
  async read(token: string): Promise<{ personId: string; what: Unsubscribed } | undefined> {
    const bytes = Buffer.from(token, 'base64url');
    const said = bytes.subarray(seal);
    if (said.length <= idBytes || !timingSafeEqual(bytes.subarray(0, seal), await this.sealOf(said))) return undefined;
    const what = said.subarray(idBytes).toString();
    if (what !== 'digest' && !notificationKinds.some((kind) => kind === what)) return undefined;
    return { personId: stringify(said.subarray(0, idBytes)), what: what as Unsubscribed };
  }

  private async sealOf(said: Buffer): Promise<Buffer> {
    this.key ??= await signingKey(this.database, purpose);
    return createHmac('sha256', this.key).update(said).digest();
  }
}
