/** Themes, and the channels that each suggests to a network. Administrators keep them. */
import { Failure, type Parsed, type ThemeList } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { Theme } from './network.entity.js';
import { themesWithNetworks } from './networks.queries.js';
import { slugOf } from './slug.policy.js';
import { commonRooms, networkMonths, roomsOfTheme } from './template.policy.js';

type Row = Omit<ThemeList['themes'][number], 'channels'>;

@Injectable()
export class ThemesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor): Promise<ThemeList> {
    refuseOthers(actor);
    const themes = await this.database.query<Row>(themesWithNetworks);
    return {
      common: [...commonRooms],
      themes: themes.map((theme) => ({ ...theme, channels: roomsOfTheme(theme.slug) })),
      months: networkMonths,
    };
  }

  /** Two themes of one name would be told apart by nobody. */
  async add(actor: Actor, { names }: Parsed<'theme.add'>): Promise<ThemeList> {
    refuseOthers(actor);
    await this.database.transaction(async (tx) => {
      const [id, slug] = [uuidv7(), slugOf(names.en, 'theme')];
      const added = await tx.query(
        'insert into themes (id, slug, names) values ($1, $2, $3) on conflict (slug) do nothing returning id',
        [id, slug, names],
      );
      if (added.length === 0)
        throw new Failure('INVALID', 'There is such a theme already.', {
          fields: [{ path: 'names.en', problem: 'taken' }],
        });
      await this.audit.write(tx, { actor, networkId: null, action: 'theme.add', subjectId: id, after: { slug } });
    });
    return this.list(actor);
  }

  async known(themeId: string): Promise<Theme | null> {
    return this.database.manager.findOneBy(Theme, { id: themeId });
  }
}

function refuseOthers(actor: Actor): void {
  if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'Themes are kept by administrators.');
}
