/** Themes, and the channels that each suggests to a network. Administrators keep them. */
import { Failure, type Parsed, type ThemeList } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { Theme } from './network.entity.js';
import { themeCalled, themesWithNetworks } from './networks.queries.js';
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

  async add(actor: Actor, { names }: Parsed<'theme.add'>): Promise<ThemeList> {
    refuseOthers(actor);
    await this.database.transaction(async (tx) => {
      await refuseTaken(tx, names, null);
      const [id, slug] = [uuidv7(), slugOf(names.en, 'theme')];
      const added = await tx.query(
        'insert into themes (id, slug, names) values ($1, $2, $3) on conflict (slug) do nothing returning id',
        [id, slug, names],
      );
      if (added.length === 0) throw taken('en');
      await this.audit.write(tx, { actor, networkId: null, action: 'theme.add', subjectId: id, after: { slug } });
    });
    return this.list(actor);
  }

  async rename(actor: Actor, { themeId, names }: Parsed<'theme.rename'>): Promise<ThemeList> {
    refuseOthers(actor);
    await this.database.transaction(async (tx) => {
      await refuseTaken(tx, names, themeId);
      const theme = await tx.manager.findOneBy(Theme, { id: themeId });
      if (!theme) throw new Failure('NOT_FOUND', 'There is nothing here.');
      const known = Object.entries(names).every(([language, name]) => theme.names[language] === name);
      if (known) return;
      await tx.manager.update(Theme, { id: themeId }, { names: { ...theme.names, ...names } });
      const { slug } = theme;
      await this.audit.write(tx, {
        actor,
        networkId: null,
        action: 'theme.rename',
        subjectId: themeId,
        after: { slug },
      });
    });
    return this.list(actor);
  }
}

function refuseOthers(actor: Actor): void {
  if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'Themes are kept by administrators.');
}

/** Two themes of one name would be told apart by nobody. Nobody else names one until the transaction ends. */
async function refuseTaken(tx: Transaction, names: { en: string; sv: string }, but: string | null): Promise<void> {
  await tx.query('lock table themes in share row exclusive mode');
  for (const language of ['en', 'sv'] as const) {
    const same = await tx.query(themeCalled, [language, names[language], but]);
    if (same.length > 0) throw taken(language);
  }
}

function taken(language: 'en' | 'sv'): Failure {
  return new Failure('INVALID', 'There is such a theme already.', {
    fields: [{ path: `names.${language}`, problem: 'taken' }],
  });
}
