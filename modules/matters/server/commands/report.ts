import { randomBytes } from 'node:crypto';
import { toE7 } from '#packages/coverage';
import { text } from '#packages/kernel';
import { findByTransaction, newId } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import type { Located } from '../../../places/contract.ts';
import type { ReportBody } from '../../core/api.ts';
import { findCategory } from '../../core/categories.ts';
import { canReportForOthers } from '../../core/policy.ts';
import type { Source } from '../../core/state.ts';
import { makeTrackingCode } from '../../core/tracking-code.ts';
import { wordsOf } from '../../core/words.ts';
import { capacityOf, type MattersDeps, problems } from '../context.ts';
import { countLoosePhotos, findMatterById, type MatterRecord } from '../queries.ts';
import { nextEntry } from '../record.ts';
import { insertMatter } from '../store.ts';

export interface Receipt {
  readonly matter: MatterRecord;
  /** The key of the reporter; null where the same report was sent before, since only its hash is kept. */
  readonly key: string | null;
}

/** A report: placed in exactly one grid, recorded, answered with a tracking code. */
export async function report(deps: MattersDeps, body: ReportBody, actor: Person): Promise<Receipt> {
  const place = inDistrict(deps.places.locate(body.place, body.crs));
  if (!findCategory(body.category)) throw problems.unknown_category();
  const source = sourceOf(body, actor, place.grid.code);
  const key = body.key ?? randomBytes(24).toString('base64url');
  const draft = newMatter(deps, body, actor, source, place, key);
  const earlier = await insertOrFind(deps, draft);
  return earlier ? { matter: earlier, key: body.key ?? null } : { matter: asRecord(deps, draft), key };
}

/** Records the matter; resolves to the earlier one where the same report was sent before (its photos are attached already). */
async function insertOrFind(deps: MattersDeps, draft: ReturnType<typeof newMatter>): Promise<MatterRecord | undefined> {
  const { transaction } = draft.entry;
  try {
    await checkPhotos(deps, draft.photos);
    if ((await insertMatter(deps.database, draft)) === 0) throw problems.clock_off();
    return undefined;
  } catch (error) {
    const earlier = await findByTransaction(deps.database, deps.district, transaction);
    if (earlier === undefined) throw error;
    if (earlier.action !== 'report') throw problems.transaction_reused();
    return (await findMatterById(deps.database, deps.district, earlier.streamId))!;
  }
}

function inDistrict(located: Located): Located & { inside: true } {
  if (located.inside) return located;
  const { nearest, metres } = located;
  const far =
    metres >= 1000
      ? [`${(metres / 1000).toFixed(1)} 公里`, `${(metres / 1000).toFixed(1)} km`]
      : [`${Math.round(metres)} 米`, `${Math.round(metres)} m`];
  const where = `${nearest.street}${nearest.community}${nearest.name}`;
  throw problems.outside_district({
    reasons: [
      {
        rule: 'place_lies_in_district',
        field: 'place',
        text: text(
          `最近的网格是${where}，相距${far[0]}。请移动图钉。`,
          `The nearest grid is ${where}, ${far[1]} away. Move the pin.`,
        ),
      },
    ],
  });
}

const STREET_LEVEL: Partial<Record<string, Source>> = { grid_worker: 'grid_worker', grid_head: 'grid_worker' };

function sourceOf(body: ReportBody, actor: Person, grid: string): Source {
  if (body.onBehalf) {
    if (!canReportForOthers({ actor, isReporter: false }, grid)) throw problems.not_allowed();
    return 'call';
  }
  return STREET_LEVEL[capacityOf(actor, { grid, unit: null }).role] ?? 'resident';
}

async function checkPhotos(deps: MattersDeps, photos: readonly string[]): Promise<void> {
  if (photos.length === 0) return;
  const loose = await countLoosePhotos(deps.database, deps.district, photos);
  if (loose !== new Set(photos).size || loose !== photos.length) throw problems.unknown_photo();
}

function newMatter(
  deps: MattersDeps,
  body: ReportBody,
  actor: Person,
  source: Source,
  { grid, point }: Located & { inside: true },
  key: string,
) {
  const id = newId();
  const at = deps.clock().toISOString();
  const { photos = [], address = null } = body;
  const author =
    source === 'resident'
      ? { person: actor.person, role: 'resident', organisation: null }
      : { person: actor.person, ...capacityOf(actor, { grid: grid.code, unit: null }) };
  const facts = { category: body.category, grid: grid.code, source, reportedAt: at, photos: photos.length };
  const words = body.text.trim();
  const { entry, state, sealed } = nextEntry(deps, null, {
    id,
    action: 'report',
    facts,
    author,
    transaction: body.transaction,
    at,
    sealed: { text: words, address },
  });
  return {
    id,
    code: makeTrackingCode(deps.district, randomBytes(11)),
    key,
    lonE7: toE7(point.lon),
    latE7: toE7(point.lat),
    text: words,
    address,
    contact: body.contact?.phone || body.contact?.name ? deps.sealing.close(JSON.stringify(body.contact)) : null,
    words: wordsOf(`${words} ${address ?? ''}`),
    photos,
    released: body.release ? words : null,
    salt: sealed!.salt,
    state,
    entry,
  };
}

const asRecord = (deps: MattersDeps, m: ReturnType<typeof newMatter>): MatterRecord => ({
  district: deps.district,
  id: m.id,
  code: m.code,
  keyHash: null,
  lonE7: m.lonE7,
  latE7: m.latE7,
  excerpt: '',
  released: m.released,
  photos: m.photos.length,
  state: m.state,
  head: m.entry.hash,
});
