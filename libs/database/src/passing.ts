/** Postgres and its pool away, restarting or too slow: nothing was decided, so trying again is right. */
const codes = /^(08|57P0|57014|25P0[34]|53300|55P03|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)/;
const sentences = ['Connection terminated', 'timeout exceeded when trying to connect', 'Query read timeout'];

export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return codes.test(code) || sentences.some((sentence) => error.message.includes(sentence));
}
