/** What the two roles consist of, and the parts that are made before Nest starts. */
import { Database } from '@hub/database';
import { handlersIn, Relay, Workshop, type QueueBackend } from '@hub/queue';
import { Live } from '@hub/realtime';
import { Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Config } from './config.js';
import { Address } from './edge/address.js';
import { ApiDocsController } from './edge/api-docs.controller.js';
import { Log, seldom } from './edge/log.js';
import { Metrics } from './edge/metrics.js';
import { OperationsController } from './edge/operations.controller.js';
import { Origins } from './edge/origins.js';
import { Tries } from './edge/tries.js';
import { Troubles } from './edge/troubles.js';
import { AdministrationApi } from './modules/administration/administration.module.js';
import { BroadcastsApi, BroadcastsWorker } from './modules/broadcasts/broadcasts.module.js';
import { CalendarApi } from './modules/calendar/calendar.module.js';
import { ChannelsApi } from './modules/channels/channels.module.js';
import { DemonstrationApi } from './modules/demonstration/demonstration.module.js';
import { DigestsWorker } from './modules/digests/digests.module.js';
import { EntranceApi, EntranceWorker } from './modules/entrance/entrance.module.js';
import { IdentityApi, IdentityModule, IdentityWorker } from './modules/identity/identity.module.js';
import { SessionGuard } from './modules/identity/session.guard.js';
import { KnowledgeApi } from './modules/knowledge/knowledge.module.js';
import { MarksApi } from './modules/marks/marks.module.js';
import { MessagesApi } from './modules/messages/messages.module.js';
import { NetworksApi } from './modules/networks/networks.module.js';
import { NotificationsApi, NotificationsWorker } from './modules/notifications/notifications.module.js';
import { PartnershipsApi } from './modules/partnerships/partnerships.module.js';
import { PreferencesApi } from './modules/preferences/preferences.module.js';
import { PresenceApi } from './modules/presence/presence.module.js';
import { PrivacyApi } from './modules/privacy/privacy.module.js';
import { QuestionsApi } from './modules/questions/questions.module.js';
import { QuestionsWorker } from './modules/questions/questions-worker.module.js';
import { ReadingApi } from './modules/reading/reading.module.js';
import { SecurityApi } from './modules/security/security.module.js';
import { SyncApi } from './modules/sync/sync.module.js';
import { TimelineApi } from './modules/timeline/timeline.module.js';
import { VisitsApi } from './modules/visits/visits.module.js';

export interface Parts {
  config: Config;
  log: Log;
  database: Database;
  live: Live;
  backend: QueueBackend;
}

/** Config, log, database, live and the edge's own parts, for every module. */
@Module({})
class PartsModule {
  static of({ config, log, database, live }: Parts): DynamicModule {
    const made = [
      { provide: Config, useValue: config },
      { provide: Log, useValue: log },
      { provide: Database, useValue: database },
      { provide: Live, useValue: live },
      Troubles,
      Origins,
      Metrics,
      Address,
      Tries,
    ];
    return { module: PartsModule, global: true, providers: made, exports: made };
  }
}

@Module({
  imports: [
    IdentityModule,
    IdentityApi,
    EntranceApi,
    NetworksApi,
    PartnershipsApi,
    TimelineApi,
    ChannelsApi,
    MessagesApi,
    MarksApi,
    NotificationsApi,
    ReadingApi,
    PresenceApi,
    PrivacyApi,
    SyncApi,
    AdministrationApi,
    SecurityApi,
    VisitsApi,
    DemonstrationApi,
    CalendarApi,
    BroadcastsApi,
    PreferencesApi,
    QuestionsApi,
    KnowledgeApi,
  ],
  controllers: [ApiDocsController],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
})
class ApiModule {}

@Module({})
class WorkerModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly relay: Relay,
    private readonly workshop: Workshop,
  ) {}

  static of({ database, backend, log }: Parts): DynamicModule {
    const onTrouble = seldom((error: unknown, untold: number) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      log.error({ error: error instanceof Error ? error.name : typeof error, code, untold }, 'queue trouble');
    });
    return {
      module: WorkerModule,
      imports: [
        DiscoveryModule,
        NotificationsWorker,
        IdentityWorker,
        EntranceWorker,
        BroadcastsWorker,
        DigestsWorker,
        QuestionsWorker,
      ],
      providers: [
        { provide: Relay, useValue: new Relay(database, backend, onTrouble) },
        {
          provide: Workshop,
          inject: [DiscoveryService, MetadataScanner],
          useFactory: (discovery: DiscoveryService, scanner: MetadataScanner) =>
            new Workshop(database, backend, () => handlersIn(discovery, scanner), onTrouble),
        },
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.workshop.start();
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.workshop.stop();
  }
}

@Module({ controllers: [OperationsController], providers: [{ provide: APP_FILTER, useExisting: Troubles }] })
export class AppModule {
  static of(parts: Parts): DynamicModule {
    const { roles } = parts.config;
    return {
      module: AppModule,
      imports: [
        PartsModule.of(parts),
        ...(roles.includes('api') ? [ApiModule] : []),
        ...(roles.includes('worker') ? [WorkerModule.of(parts)] : []),
      ],
    };
  }
}
