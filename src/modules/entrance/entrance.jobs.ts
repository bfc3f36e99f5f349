/** Letters that let people in. Their secrets are made when they are sent, so no table ever held them. */
import { Id, type Locale, type Role } from '@hub/contracts';
import { Database, instant, signingKey } from '@hub/database';
import { Handles, job } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Address } from '../../edge/address.js';
import type { Letter } from '../mail/letter.js';
import { MailService } from '../mail/mail.service.js';
import { wordsIn } from '../mail/words.js';
import { hashOfCode, hashOfToken, newCode, newToken, spacedCode } from './secrets.js';

export const signInAsked = job('sign_in.asked', { payload: z.object({ signInId: Id }) });
/** Over the hours in which a mail server may be away. */
export const invitationSent = job('invitation.sent', { payload: z.object({ letterId: Id }), attempts: 14 });

@Injectable()
export class EntranceJobs {
  constructor(
    private readonly database: Database,
    private readonly mail: MailService,
    private readonly address: Address,
  ) {}

  @Handles(signInAsked)
  async signIn({ signInId }: { signInId: string }): Promise<void> {
    await this.database.query(`delete from sign_ins where expires_at < now() - interval '1 day'`);
    const [asked] = await this.database.query<Asked>(openSignIn, [signInId]);
    if (!asked) return this.inviteAgain(signInId);
    const [code, token] = [newCode(), newToken()];
    const key = await signingKey(this.database, 'sign-in-code');
    await this.database.query(
      `update sign_ins set code_hashes = array_append(code_hashes, $2), link_hashes = array_append(link_hashes, $3)
      where id = $1`,
      [signInId, hashOfCode(key, signInId, code), hashOfToken(token)],
    );
    await this.mail.send(signInLetter(signInId, asked, spacedCode(code), this.address.of(`/enter#${token}`)));
  }

  /** Whoever was invited and asks to be let in has lost the letter, or did not see it. */
  private async inviteAgain(signInId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const letters = await tx.query<{ letterId: string }>(letterOfSignIn, [signInId, uuidv7()]);
      await tx.promise(invitationSent.topic, letters);
    });
  }

  @Handles(invitationSent)
  async invitation({ letterId }: { letterId: string }): Promise<void> {
    const [offer] = await this.database.query<Offer>(openInvitation, [letterId]);
    if (!offer) return;
    const token = newToken();
    await this.database.query(
      'update invitation_letters set link_hashes = array_append(link_hashes, $2) where id = $1',
      [letterId, hashOfToken(token)],
    );
    await this.mail.send(invitationLetter(letterId, offer, this.address.of(`/invitation#${token}`)));
  }
}

/** Once for a sign-in. */
const letterOfSignIn = `
  with used as (
    update sign_ins set used_at = now() where id = $1 and invitation_id is not null and used_at is null
    returning invitation_id)
  insert into invitation_letters (id, invitation_id) select $2, invitation_id from used returning id as "letterId"`;

interface Asked {
  personId: string;
  name: string;
  email: string;
  locale: Locale;
}

const openSignIn = `
  select p.id as "personId", p.name, p.email, p.locale
  from sign_ins s join people p on p.id = s.person_id
  where s.id = $1 and s.used_at is null and s.expires_at > now() and p.disabled_at is null`;

function signInLetter(signInId: string, { personId, name, email, locale }: Asked, code: string, link: string): Letter {
  const words = wordsIn(locale);
  return {
    kind: 'sign_in',
    subjectId: signInId,
    dedupeKey: `email/sign_in/${signInId}`,
    personId,
    to: { name, address: email },
    locale,
    subject: words('mail.sign_in.subject', { code }),
    parts: [
      { text: words('mail.greeting', { name }) },
      { text: words('mail.sign_in.lead') },
      { code },
      { text: words('mail.sign_in.or') },
      { link: words('mail.sign_in.link'), address: link },
      { text: words('mail.sign_in.valid') },
      { text: words('mail.sign_in.unasked') },
    ],
  };
}

interface Offer {
  invitationId: string;
  name: string;
  email: string;
  locale: Locale;
  role: Role;
  network: string | null;
  partnership: string | null;
  inviter: string | null;
  expiresAt: string;
}

const openInvitation = `
  select i.id as "invitationId", i.name, i.email, i.locale, i.role, n.name as network, s.name as partnership,
    p.name as inviter, ${instant('i.expires_at')} as "expiresAt"
  from invitation_letters l
  join invitations i on i.id = l.invitation_id
  left join networks n on n.id = i.network_id
  left join partnerships s on s.id = i.partnership_id
  left join people p on p.id = i.invited_by
  where l.id = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    and (i.until_on is null or current_date < i.until_on) and coalesce(n.status not in ('completed', 'archived'), true)`;

function invitationLetter(letterId: string, offer: Offer, link: string): Letter {
  const { invitationId, name, email, locale, network: place, partnership, inviter } = offer;
  const words = wordsIn(locale);
  const role = words(`role.${offer.role}`);
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' });
  const known = inviter !== null && place !== null;
  return {
    kind: 'invitation',
    subjectId: invitationId,
    dedupeKey: `email/invitation/${letterId}`,
    personId: null,
    to: { name, address: email },
    locale,
    subject: place === null ? words('mail.invitation.subject_hub') : words('mail.invitation.subject', { place }),
    parts: [
      { text: words('mail.greeting', { name }) },
      {
        text: known
          ? words('mail.invitation.lead', { inviter, place, role })
          : words('mail.invitation.lead_hub', { role }),
      },
      partnership === null ? null : { text: words('mail.invitation.partnership', { partnership }) },
      { text: words('mail.invitation.what') },
      { link: words('mail.invitation.link'), address: link },
      { text: words('mail.invitation.valid', { date: date.format(new Date(offer.expiresAt)) }) },
      {
        text: inviter === null ? words('mail.invitation.unasked_hub') : words('mail.invitation.unasked', { inviter }),
      },
    ],
  };
}
