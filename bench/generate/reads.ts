import { RARE, ROADS } from '../load/sentences.ts';
import { pick, type Scenario, sessionOf, type Turn, type World } from './scenario.ts';

interface Read {
  /** Demo account that asks; nobody is signed in without one. */
  readonly account?: string;
  readonly path: (world: World) => string;
}

const TYPED = '小区南门的垃圾已经有一段时间没有人来处理，老人经过都要绕行';

const list = (account: string, query: string): Read => ({ account, path: () => `/api/matters?${query}` });
const words = (account: string, q: string): Read => list(account, `q=${encodeURIComponent(q)}`);

/** A window of the console's map so many degrees wide, around a place where there are matters. */
const window = (account: string, width: number): Read => ({
  account,
  path: ({ places }) => {
    const { lon, lat } = pick(places);
    const [x, y] = [width / 2, (width / 2) * 0.7];
    return `/api/matters/map?west=${lon - x}&south=${lat - y}&east=${lon + x}&north=${lat + y}`;
  },
});

/** Where a list that is a year old goes on. */
const yearAgo = () => `${new Date(Date.now() - 365 * 86_400_000).toISOString()}~ffffffff-ffff-ffff-ffff-ffffffffffff`;

const TABLE: Record<string, Read> = {
  'list: district': list('centre', ''),
  'list: street': list('street', ''),
  'list: community': list('community', ''),
  'list: grid': list('grid', ''),
  'list: unit': list('urban', ''),
  'list: district, one kind': list('centre', 'category=0205'),
  'list: district, in a stage': list('centre', 'stage=handled'),
  'list: district, overdue': list('centre', 'overdue=true'),
  'list: district, one community': list('centre', 'area=320508017003'),
  'list: community, one kind, closed': list('community', 'category=0101&stage=closed'),
  'list: district, a year back': { account: 'centre', path: () => `/api/matters?after=${yearAgo()}` },
  'list: public': { path: () => '/api/public/matters' },
  'map: whole district': window('centre', 0.25),
  'map: a street': window('centre', 0.04),
  'map: a few houses': window('centre', 0.006),
  'map: of one unit': window('urban', 0.04),
  'map: public, by grid': { path: () => '/api/public/map' },
  'similar: while typing': {
    path: ({ places }) => {
      const { lon, lat } = pick(places);
      return `/api/similar?lon=${lon}&lat=${lat}&text=${encodeURIComponent(TYPED)}`;
    },
  },
  'tracking page': { path: ({ codes }) => `/api/track/${pick(codes)}` },
  'matter, console': { account: 'centre', path: ({ codes }) => `/api/matters/${pick(codes)}` },
  'inbox: community': { account: 'community', path: () => '/api/inbox' },
  'inbox: grid': { account: 'grid', path: () => '/api/inbox' },
  'inbox: unit': { account: 'urban', path: () => '/api/inbox' },
  'inbox: district': { account: 'centre', path: () => '/api/inbox' },
  'search: rare words': words('centre', RARE.slice(3, 6)),
  'search: common words': words('centre', '垃圾'),
  'search: common, community': words('community', '垃圾'),
  'search: an address': words('centre', `${ROADS[7]}路112号`),
  'search: found nowhere': words('centre', '垃圾石狮'),
};

const playing =
  (name: string, { account, path }: Read) =>
  async (turn: Turn) => {
    await turn.caller.text({ name, path: path(turn.world), cookie: account && sessionOf(turn, account) });
  };

/** Each kind of read is a scenario of its own. */
export const READS: Record<string, Scenario> = Object.fromEntries(
  Object.entries(TABLE).map(([name, read]) => [
    name,
    { accounts: read.account ? [read.account] : [], play: playing(name, read) },
  ]),
);
