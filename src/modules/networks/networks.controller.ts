import type { Directory, NetworkCard, NetworkPage, Parsed, ThemeList } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { ChangingService } from './changing.service.js';
import { FoundingService } from './founding.service.js';
import { NetworksService } from './networks.service.js';
import { ThemesService } from './themes.service.js';

@Controller()
export class NetworksController {
  constructor(
    private readonly networks: NetworksService,
    private readonly founding: FoundingService,
    private readonly changing: ChangingService,
    private readonly themes: ThemesService,
  ) {}

  @Route('network.list')
  list(@Me() actor: Actor): Promise<NetworkCard[]> {
    return this.networks.list(actor);
  }

  @Route('network.read')
  page(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'network.read'>): Promise<NetworkPage> {
    return this.networks.page(actor, networkSlug);
  }

  @Route('network.directory')
  directory(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'network.directory'>): Promise<Directory> {
    return this.networks.directory(actor, networkSlug);
  }

  @Route('network.create')
  create(@Me() actor: Actor, @Input() input: Parsed<'network.create'>): Promise<{ networkSlug: string }> {
    return this.founding.create(actor, input);
  }

  @Route('network.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'network.change'>): Promise<void> {
    return this.changing.change(actor, input);
  }

  @Route('network.close')
  close(@Me() actor: Actor, @Input() input: Parsed<'network.close'>): Promise<void> {
    return this.changing.close(actor, input);
  }

  @Route('theme.list')
  themesToChoose(@Me() actor: Actor): Promise<ThemeList> {
    return this.themes.list(actor);
  }

  @Route('theme.add')
  addTheme(@Me() actor: Actor, @Input() input: Parsed<'theme.add'>): Promise<ThemeList> {
    return this.themes.add(actor, input);
  }

  @Route('theme.rename')
  renameTheme(@Me() actor: Actor, @Input() input: Parsed<'theme.rename'>): Promise<ThemeList> {
    return this.themes.rename(actor, input);
  }
}
