import { readdirSync, readFileSync } from 'node:fs';

/** CPU seconds since each process began, by what they do; from /proc, so on Linux only (zeros elsewhere). */
export interface Cpu {
  readonly server: number;
  readonly database: number;
  /** Of the whole machine, all processes. */
  readonly machine: number;
}

const TICKS = 100; // USER_HZ on every Linux that Node runs on

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Own time and that of children that have ended. */
  readonly seconds: number;
  readonly name: string;
}

function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const seconds = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
    return { pid: Number(pid), parent: Number(fields[1]), seconds, name };
  } catch {
    return undefined; // ended meanwhile, or no /proc
  }
}

function allStats(): Stat[] {
  try {
    return readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? (statOf(pid) ?? []) : []));
  } catch {
    return [];
  }
}

/** A process and all that it started. */
function treeSeconds(stats: readonly Stat[], root: number): number {
  const own = stats.find(({ pid }) => pid === root)?.seconds ?? 0;
  return stats.filter(({ parent }) => parent === root).reduce((sum, { pid }) => sum + treeSeconds(stats, pid), own);
}

function machineSeconds(): number {
  try {
    const [user, nice, system, , , irq, soft] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1);
    return [user, nice, system, irq, soft].reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  } catch {
    return 0;
  }
}

/** `server`: process id of the web server; `postmaster`: that of the database, which is no child of it. */
export function cpuNow(server: number, postmaster: number): Cpu {
  const stats = allStats();
  return {
    server: treeSeconds(stats, server),
    database: treeSeconds(stats, postmaster),
    machine: machineSeconds(),
  };
}
