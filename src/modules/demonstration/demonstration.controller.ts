import type { DemonstrationPerson, KeptLetter, Parsed, SessionState } from '@hub/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Input, Route } from '../../edge/route.js';
import { EntryService } from '../identity/entry.service.js';
import { DemonstrationService } from './demonstration.service.js';

@Controller()
export class DemonstrationController {
  constructor(
    private readonly demonstration: DemonstrationService,
    private readonly entry: EntryService,
  ) {}

  @Route('demonstration.people')
  people(): Promise<DemonstrationPerson[]> {
    return this.demonstration.people();
  }

  @Route('demonstration.enter')
  async enter(
    @Input() { personId }: Parsed<'demonstration.enter'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionState> {
    await this.demonstration.offers(personId);
    return this.entry.enter({ personId, how: 'demonstration' }, request, response);
  }

  @Route('demonstration.mails')
  mails(): Promise<KeptLetter[]> {
    return this.demonstration.mails();
  }
}
