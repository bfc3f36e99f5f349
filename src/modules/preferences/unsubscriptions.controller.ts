import type { Output, Parsed } from '@hub/contracts';
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Input, Route } from '../../edge/route.js';
import { UnsubscriptionsService } from './unsubscriptions.service.js';

@Controller()
export class UnsubscriptionsController {
  constructor(private readonly unsubscriptions: UnsubscriptionsService) {}

  @Route('unsubscription.read')
  read(
    @Input() { token }: Parsed<'unsubscription.read'>,
    @Req() request: Request,
  ): Promise<Output<'unsubscription.read'>> {
    return this.unsubscriptions.read(token, request.ip ?? '');
  }

  @Route('unsubscription.give')
  give(@Input() { token }: Parsed<'unsubscription.give'>, @Req() request: Request): Promise<void> {
    return this.unsubscriptions.give(token, request.ip ?? '');
  }
}
