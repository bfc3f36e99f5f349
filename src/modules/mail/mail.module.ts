import { Module } from '@nestjs/common';
import { MailService } from './mail.service.js';
import { MailboxService } from './mailbox.service.js';

@Module({ providers: [MailService, MailboxService], exports: [MailService, MailboxService] })
export class MailModule {}
