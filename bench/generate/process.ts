import { callerOn, Refused } from './caller.ts';
import { digit, intake, lifecycle, words } from './lifecycle.ts';
import { READS } from './reads.ts';
import { Recorder, type Sample } from './recorder.ts';
import type { Scenario, World } from './scenario.ts';
import { type Sessions, signInAll } from './sessions.ts';

/** The load generator, a process of its own: `clients` play a scenario for so many seconds, after a warm-up that is not counted. */
export interface Order {
  readonly scenario: string;
  readonly world: World;
  readonly clients: number;
  readonly warmUp: number;
  readonly seconds: number;
}

export interface Outcome {
  readonly samples: readonly Sample[];
  readonly firstErrors: readonly string[];
  /** Turns that were played to their end within the counted time. */
  readonly turns: number;
  readonly failedTurns: number;
  readonly seconds: number;
  /** CPU seconds of this process in the counted time. */
  readonly cpu: number;
}

const SCENARIOS: Record<string, Scenario> = { digit, words, lifecycle, intake, ...READS };
const SESSIONS_EACH = 4;

const until = (end: number) => () => performance.now() < end;

async function playAll(order: Order, scenario: Scenario, sessions: Sessions, going: () => boolean) {
  const recorder = new Recorder();
  let turns = 0;
  let failedTurns = 0;
  const one = async (client: number) => {
    const caller = callerOn(order.world.base, recorder);
    for (let turn = client; going(); turn++) {
      try {
        await scenario.play({ caller, sessions, world: order.world, client, turn });
        turns++;
      } catch (error) {
        failedTurns++;
        if (!(error instanceof Refused)) recorder.failed('turn', String(error));
      }
    }
    await caller.close();
  };
  await Promise.all(Array.from({ length: order.clients }, (_, client) => one(client)));
  return { recorder, turns, failedTurns };
}

async function run(order: Order): Promise<Outcome> {
  const scenario = SCENARIOS[order.scenario];
  const sessions = await signInAll(order.world.base, scenario.accounts, SESSIONS_EACH);
  await playAll(order, scenario, sessions, until(performance.now() + order.warmUp * 1000));
  process.send?.({ counting: true });
  const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
  const { recorder, turns, failedTurns } = await playAll(
    order,
    scenario,
    sessions,
    until(began + order.seconds * 1000),
  );
  const cpu = process.cpuUsage(cpuBefore);
  return {
    samples: recorder.samples(),
    firstErrors: recorder.firstErrors(),
    turns,
    failedTurns,
    seconds: (performance.now() - began) / 1000,
    cpu: (cpu.user + cpu.system) / 1e6,
  };
}

process.once('message', (order: Order) => {
  run(order).then(
    (outcome) => process.send?.({ outcome }, () => process.exit(0)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
