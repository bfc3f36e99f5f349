/** What processes have used so far, as Linux keeps it in /proc: processor time in microseconds, memory in kilobytes. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second whatever its own clock is. */
const usOfTick = 10_000;

/** Fields of /proc/<pid>/stat from the state on; the name before it may hold anything. */
function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function ticksOf(stat, ended) {
  const [user, system, endedUser, endedSystem] = stat.slice(11, 15).map(Number);
  return user + system + (ended ? endedUser + endedSystem : 0);
}

export function processorOf(pid) {
  return ticksOf(statOf(pid)) * usOfTick;
}

/** The server's own time, that of its backends, and of those that have ended since it started. */
export function processorOfPostgres(postmaster) {
  let ticks = ticksOf(statOf(postmaster), true);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = statOf(pid);
      if (stat[1] === String(postmaster)) ticks += ticksOf(stat);
    } catch {
      // It ended while we looked, and counts with its parent from now on.
    }
  }
  return ticks * usOfTick;
}

export function memoryOf(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
