/** The query behind a page of history, served bare: no session, no access check, no contract. */
import pg from 'pg';
import { listen } from './listen.mjs';

export const page = {
  name: 'page',
  says: 'node http + pg, the same query, prepared',
  nodes: 1,
  database: 'hub',
  wire: {},
  async start(connection) {
    const { messagesBefore } = await import('../../dist/src/modules/messages/messages.queries.js');
    const pool = new pg.Pool({ ...connection, max: 20 });
    const { port } = await listen(async (request, response) => {
      const topicId = new URL(request.url, 'http://bench').searchParams.get('topicId');
      const values = [topicId, Number.MAX_SAFE_INTEGER, 50];
      const { rows } = await pool.query({ name: 'page', text: messagesBefore, values });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ messages: rows }));
    });
    return port;
  },
};
