import type {
  Controller as DataController,
  Erased,
  ErasureRequest,
  ErasureState,
  Fault,
  OwnData,
  Parsed,
} from '@hub/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../config.js';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { ErasureService } from './erasure.service.js';
import { ExportService } from './export.service.js';
import { FaultsService } from './faults.service.js';

@Controller()
export class PrivacyController {
  constructor(
    private readonly exports: ExportService,
    private readonly erasure: ErasureService,
    private readonly faults: FaultsService,
    private readonly config: Config,
  ) {}

  @Route('controller.read')
  controller(): DataController {
    return { operator: this.config.operator ?? null, contact: this.config.contact ?? null };
  }

  @Route('privacy.export')
  export(@Me() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<OwnData> {
    response.setHeader('content-disposition', 'attachment; filename="samverka-my-data.json"');
    response.setHeader('cache-control', 'no-store');
    return this.exports.export(actor);
  }

  @Route('erasure.read')
  read(@Me() actor: Actor): Promise<ErasureState> {
    return this.erasure.read(actor);
  }

  @Route('erasure.request')
  request(@Me() actor: Actor): Promise<ErasureState> {
    return this.erasure.request(actor);
  }

  @Route('erasure.withdraw')
  withdraw(@Me() actor: Actor): Promise<ErasureState> {
    return this.erasure.withdraw(actor);
  }

  @Route('erasure.list')
  list(@Me() actor: Actor): Promise<ErasureRequest[]> {
    return this.erasure.list(actor);
  }

  @Route('request.count')
  count(@Me() actor: Actor): Promise<{ waiting: number }> {
    return this.erasure.count(actor);
  }

  @Route('erasure.carryOut')
  carryOut(@Me() actor: Actor, @Input() input: Parsed<'erasure.carryOut'>): Promise<Erased> {
    return this.erasure.carryOut(actor, input);
  }

  @Route('erasure.refuse')
  async refuse(@Me() actor: Actor, @Input() input: Parsed<'erasure.refuse'>): Promise<object> {
    await this.erasure.refuse(actor, input);
    return {};
  }

  @Route('fault.report')
  async report(@Req() request: Request, @Input() input: Parsed<'fault.report'>): Promise<object> {
    await this.faults.report(request.ip ?? '', input);
    return {};
  }

  @Route('fault.list')
  faultsWaiting(@Me() actor: Actor): Promise<Fault[]> {
    return this.faults.list(actor);
  }

  @Route('fault.settle')
  async settle(@Me() actor: Actor, @Input() { faultId }: Parsed<'fault.settle'>): Promise<object> {
    await this.faults.settle(actor, faultId);
    return {};
  }
}
