import type { Parsed, TokenCard, TokenMade } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { TokensService } from './tokens.service.js';

@Controller()
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Route('token.list')
  list(@Me() actor: Actor): Promise<TokenCard[]> {
    return this.tokens.list(actor);
  }

  @Route('token.create')
  create(@Me() actor: Actor, @Input() input: Parsed<'token.create'>): Promise<TokenMade> {
    return this.tokens.create(actor, input);
  }

  @Route('token.revoke')
  revoke(@Me() actor: Actor, @Input() { tokenId }: Parsed<'token.revoke'>): Promise<void> {
    return this.tokens.revoke(actor, tokenId);
  }
}
