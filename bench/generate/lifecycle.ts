import { v7 } from 'uuid';
import { NUMBERS, ROADS } from '../load/sentences.ts';
import { pick, type Scenario, sessionOf, type Turn } from './scenario.ts';

const TROUBLE = ['门口的垃圾桶满了没有人清运，气味很大', '晚上有摊贩占用人行道，行人只能走机动车道'];
const KINDS = ['0101', '0104'];

interface Reported {
  readonly code: string;
  readonly address: string;
}

/** A report as a resident writes it, at the place of a loaded matter. */
export async function report(turn: Turn): Promise<Reported> {
  const which = turn.turn % KINDS.length;
  const address = `${pick(ROADS)}路${1 + Math.floor(Math.random() * NUMBERS)}号`;
  const { code } = await turn.caller.json({
    name: 'report',
    path: '/api/matters',
    cookie: sessionOf(turn, 'resident'),
    body: {
      transaction: v7(),
      place: pick(turn.world.places),
      category: KINDS[which],
      text: `${address}${TROUBLE[which]}，已经连续几天了，请尽快安排处理。`,
      address,
    },
  });
  return { code, address };
}

async function step(turn: Turn, code: string, action: string, account: string, version: number, more: object = {}) {
  const body = { transaction: v7(), version, ...more };
  await turn.caller.text({
    name: action,
    path: `/api/matters/${code}/${action}`,
    cookie: sessionOf(turn, account),
    body,
  });
}

/** Staff search the words of the address, newest first: what was reported just now has to be among the answers. */
async function search(turn: Turn, { code, address }: Reported): Promise<void> {
  const path = `/api/matters?q=${encodeURIComponent(address)}`;
  const found = await turn.caller.text({ name: 'search', path, cookie: sessionOf(turn, 'centre') });
  if (!found.includes(code)) throw new Error(`the search for ${address} did not find ${code}`);
}

const RESULT = { result: '已派人到现场处理完毕。' };

async function assignAndResolve(turn: Turn, code: string): Promise<void> {
  await step(turn, code, 'accept', 'centre', 1);
  await step(turn, code, 'dispatch', 'centre', 2, { unit: turn.world.unit });
  await step(turn, code, 'finish', 'urban', 3, RESULT);
}

/**
 * create -> assign -> resolve -> search, as DIGIT's suite has it, whose search knows numbers and fields, not words: it is found by its
 * code. What is one step there (assign) is two here.
 */
export const digit: Scenario = {
  accounts: ['resident', 'centre', 'urban'],
  play: async (turn) => {
    const { code } = await report(turn);
    await assignAndResolve(turn, code);
    await turn.caller.text({ name: 'find by code', path: `/api/matters/${code}`, cookie: sessionOf(turn, 'centre') });
  },
};

/** The same with a search of the words of an address in the texts of the whole district. */
export const words: Scenario = {
  accounts: ['resident', 'centre', 'urban'],
  play: async (turn) => {
    const reported = await report(turn);
    await assignAndResolve(turn, reported.code);
    await search(turn, reported);
  },
};

/** The whole procedure: reported, accepted, dispatched, handled, verified, closed, found by its words, tracked. */
export const lifecycle: Scenario = {
  accounts: ['resident', 'centre', 'urban'],
  play: async (turn) => {
    const reported = await report(turn);
    const { code } = reported;
    await assignAndResolve(turn, code);
    await step(turn, code, 'verify', 'centre', 4);
    await step(turn, code, 'close', 'centre', 5);
    await search(turn, reported);
    await turn.caller.text({ name: 'track', path: `/api/track/${code}` });
  },
};

export const intake: Scenario = {
  accounts: ['resident'],
  play: async (turn) => {
    await report(turn);
  },
};
