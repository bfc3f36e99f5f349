import type { AcknowledgementPage, Parsed } from '@hub/contracts';
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Input, Route } from '../../edge/route.js';
import { LinksService } from './links.service.js';

/** Open to everybody: the link is what it is asked with, whoever is signed in. */
@Controller()
export class AcknowledgementsController {
  constructor(private readonly links: LinksService) {}

  @Route('acknowledgement.read')
  read(@Input() { token }: Parsed<'acknowledgement.read'>, @Req() request: Request): Promise<AcknowledgementPage> {
    return this.links.read(token, request.ip ?? '');
  }

  @Route('acknowledgement.give')
  give(
    @Input() { token, version }: Parsed<'acknowledgement.give'>,
    @Req() request: Request,
  ): Promise<AcknowledgementPage> {
    return this.links.give(token, version, request.ip ?? '');
  }
}
