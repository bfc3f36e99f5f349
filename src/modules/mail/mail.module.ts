import { Module } from '@nestjs/common';
import { EnvelopesService } from './envelopes.service.js';
import { MailService } from './mail.service.js';
import { MailboxService } from './mailbox.service.js';
import { PostingService } from './posting.service.js';
import { UnsubscribingService } from './unsubscribing.service.js';

@Module({
  providers: [MailService, MailboxService, EnvelopesService, PostingService, UnsubscribingService],
  exports: [MailService, MailboxService, PostingService, UnsubscribingService],
})
export class MailModule {}
