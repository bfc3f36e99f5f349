/** The longest files come first, so that no worker has nothing to do while the other runs the last of them. */
import TestSequencer from '@jest/test-sequencer';

/** Seconds on a machine with two cores; a file that takes less than ten is not named. */
const seconds = {
  'crash.e2e.ts': 102,
  'access.e2e.ts': 87,
  'planted-bugs.e2e.ts': 72,
  'start.e2e.ts': 56,
  'fuzz.e2e.ts': 49,
  'removed-member.e2e.ts': 30,
  'client.e2e.ts': 28,
  'embedded-postgres.e2e.ts': 27,
  'realtime.e2e.ts': 26,
  'commands.e2e.ts': 24,
  'sync.e2e.ts': 21,
  'timeline.e2e.ts': 12,
  'conversation.e2e.ts': 12,
  'postman.e2e.ts': 11,
  'losing-access.e2e.ts': 11,
};
const secondsOf = ({ path }) => seconds[path.slice(path.lastIndexOf('/') + 1)] ?? 0;

export default class LongestFirst extends TestSequencer {
  /** What is not named keeps the order that Jest gives it. */
  sort(tests) {
    return super.sort(tests).sort((one, other) => secondsOf(other) - secondsOf(one));
  }
}
