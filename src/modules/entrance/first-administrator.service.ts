/** The first administrator, whom nobody in the hub could invite: by whoever runs it. */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { InvitationLetter } from './invitation.entity.js';
import { InvitationsService, type Offer } from './invitations.service.js';
import { hashOfToken, newToken } from './secrets.js';

@Injectable()
export class FirstAdministratorService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsService,
  ) {}

  /** The token of a link that works beside the letter's; undefined where the address is an administrator's already. */
  async invite(email: string, name: string): Promise<string | undefined> {
    const place = { role: 'administrator', networkId: null, partnershipId: null, side: null } as const;
    const [known] = await this.invitations.known([{ ...place, email, n: 0 }]);
    if (known?.hasRole) return undefined;
    const offer: Offer & { id: string } = { ...place, id: uuidv7(), email, name, locale: 'en' };
    const token = newToken();
    await this.database.transaction(async (tx) => {
      await this.invitations.invite(tx, null, [offer]);
      const letter = { id: uuidv7(), invitationId: offer.id, linkHashes: [hashOfToken(token)] };
      // The state of the letter that is sent is the one to show, so this one is the older.
      await tx.manager.insert(InvitationLetter, { ...letter, createdAt: new Date(0) });
    });
    return token;
  }
}
