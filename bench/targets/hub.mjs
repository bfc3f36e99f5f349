/** The hub as it is run: the built app with both of its roles, sessions, access checks, events, outbox and queue. */

const common = {
  database: 'hub',
  wire: { path: '/api/live/?EIO=4&transport=websocket', engine: true, session: true },
  async start(connection) {
    const { inLittleMemory } = await import('../../dist/src/young-generation.js');
    const { port } = await inLittleMemory(async () => {
      const { openHubDatabase, startApp } = await import('../../dist/src/app.js');
      const { parseConfig } = await import('../../dist/src/config.js');
      const config = parseConfig({ PORT: '0', LOG_LEVEL: 'error', HUB_DEMONSTRATION: 'false' });
      return startApp(config, await openHubDatabase(connection), connection);
    });
    return port;
  },
};

export const hub = { ...common, name: 'hub', says: 'the hub on 1 node', nodes: 1 };

export const hubOnTwoNodes = {
  ...common,
  name: 'hub2',
  says: 'the hub on 2 nodes, clients spread over both, hints over Postgres',
  nodes: 2,
};
