import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw, type StreamCheck, sql, verifyChains } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';
import { recountDeadlines } from './deadlines.ts';

let at: TestInstallation;
/** A point inside the first grid of 路南社区, where the demo accounts meet. */
let place: { lon: number; lat: number };
let lamps: string;

beforeAll(async () => {
  at = await testInstallation();
  place = (await at.call(null, 'GET /api/grids/320508017003001')).body.inside;
  const organisations = (await at.call(null, 'GET /api/organisations')).body;
  lamps = organisations.find(({ kind }: { kind: string }) => kind === 'urban_management').id;
});
afterAll(() => at.close());

const report = (person: string | null, more: object = {}) =>
  at.call(person, 'POST /api/matters', {
    transaction: randomUUID(),
    place,
    category: '0202',
    text: '弄堂里第二盏路灯不亮了',
    ...more,
  });

async function reported(more: object = {}, person: string | null = null) {
  const { body } = await report(person, more);
  return body as { code: string; key: string };
}

const versionOf = async (code: string) => (await at.call(null, `GET /api/track/${code}`)).body.version as number;

async function act(person: string, code: string, action: string, more: object = {}) {
  return at.call(person, `POST /api/matters/${code}/${action}`, {
    transaction: randomUUID(),
    version: await versionOf(code),
    ...more,
  });
}

/** Plays actions in order: [person, action, input]; each has to succeed. */
async function play(code: string, ...steps: [person: string, action: string, more?: object][]) {
  for (const [person, action, more] of steps) {
    const { status, body } = await act(person, code, action, more);
    expect({ action, status, ...(status !== 200 && body) }).toMatchObject({ action, status: 200 });
  }
}

const toHandled = (code: string) =>
  play(
    code,
    ['grid', 'accept'],
    ['community', 'dispatch', { unit: lamps }],
    ['urban', 'take'],
    ['urban', 'finish', { result: '灯泡已换' }],
  );

describe('the door', () => {
  it('not signed in: the inbox is closed, the door for reports is open', async () => {
    expect((await at.call(null, 'GET /api/inbox')).status).toBe(401);
    expect((await report(null)).status).toBe(200);
  });

  it('a resident may not see the console’s page of a matter, nor act on it', async () => {
    const { code } = await reported();
    expect((await at.call('resident', `GET /api/matters/${code}`)).status).toBe(403);
    expect((await act('resident', code, 'accept')).status).toBe(403);
  });

  it('a report lands in exactly one grid and gets a code, a key and a clock', async () => {
    const { body } = await report(null);
    expect(body).toMatchObject({ grid: { code: '320508017003001' }, clock: { kind: 'accept', overdue: false } });
    expect(body.code).toMatch(/^320508(-[0-9A-Z]{4}){3}$/);
    expect(body.key.length).toBeGreaterThanOrEqual(32);
  });

  it('GCJ-02 from a phone’s map app is converted at the door', async () => {
    const shifted = { lon: place.lon + 0.0045, lat: place.lat - 0.0022 }; // about the offset of GCJ-02 in Suzhou
    expect((await report(null, { place: shifted, crs: 'gcj02' })).body.grid.code).toBe('320508017003001');
  });

  it('outside the district: refused with the nearest grid named', async () => {
    const { status, body } = await report(null, { place: { lon: 121.47, lat: 31.23 } });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'outside_district',
      reasons: [{ field: 'place', text: expect.stringContaining('网格') }],
    });
  });

  it('an unknown kind, an empty text, a text of 10,000 signs: each told with its field', async () => {
    expect((await report(null, { category: '9999' })).body.code).toBe('unknown_category');
    for (const text of ['', '  ', '路'.repeat(10_000)]) {
      const { status, body } = await report(null, { text });
      expect(status).toBe(422);
      expect(body.reasons[0].field).toBe('text');
    }
  });

  it('all faults of an input are told at once', async () => {
    const { body } = await at.call(null, 'POST /api/matters', { transaction: 'x', place: { lon: 'east' }, text: '' });
    expect(body.reasons.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['transaction', 'place.lon', 'place.lat', 'category', 'text']),
    );
  });

  it('the same transaction id sent twice is one matter; for something else it is refused', async () => {
    const transaction = randomUUID();
    const key = 'k'.repeat(40);
    const [first, second] = [await report(null, { transaction, key }), await report(null, { transaction, key })];
    expect(second.body).toEqual(first.body);
    const other = await at.call('grid', `POST /api/matters/${(await reported()).code}/accept`, {
      transaction,
      version: 1,
    });
    expect(other.body.code).toBe('transaction_reused');
  });

  it('staff may report for a caller in their area, a resident may not', async () => {
    expect((await report('grid', { onBehalf: true })).status).toBe(200);
    expect((await report('resident', { onBehalf: true })).status).toBe(403);
  });
});

describe('the tracking code', () => {
  it('shows progress to everybody, private words to the reporter alone', async () => {
    const { code, key } = await reported({ address: '三幢' });
    const stranger = (await at.call(null, `GET /api/track/${code}`)).body;
    expect(stranger).toMatchObject({ stage: 'reported', text: null, mine: null, possible: [] });
    expect(JSON.stringify(stranger)).not.toContain('路灯不亮');
    const own = (await at.call(null, `GET /api/track/${code}`, undefined, { 'x-matter-key': key })).body;
    expect(own.mine).toMatchObject({ text: '弄堂里第二盏路灯不亮了', address: '三幢' });
  });

  it('a mistyped and a forged code are told apart, and neither shows anything', async () => {
    const { code } = await reported();
    const sign = code.at(-1) === '2' ? '3' : '2';
    expect((await at.call(null, `GET /api/track/${code.slice(0, -1)}${sign}`)).body.code).toBe('malformed_code');
    expect((await at.call(null, 'GET /api/track/320508-0000-0000-000A')).status).toBe(404);
  });

  it('a signed-in reporter may not release or note anything by the staff’s door', async () => {
    const { code } = await reported({}, 'resident');
    expect((await act('resident', code, 'release', { text: '公开' })).status).toBe(403);
    expect((await act('resident', code, 'note', { note: '看看' })).status).toBe(403);
  });

  it('a forged key is no key', async () => {
    const { code } = await reported();
    const forged = { 'x-matter-key': 'x'.repeat(32) };
    expect((await at.call(null, `GET /api/track/${code}`, undefined, forged)).body.mine).toBeNull();
    const body = { transaction: randomUUID(), version: 1 };
    expect((await at.call(null, `POST /api/track/${code}/withdraw`, body, forged)).status).toBe(403);
  });

  it('the public ledger can be recomputed and names nobody', async () => {
    const { code } = await reported({}, 'resident');
    await play(code, ['grid', 'accept']);
    const entries = (await at.call(null, `GET /api/track/${code}/ledger`)).body;
    expect(entries).toHaveLength(2);
    expect(entries[1].previous).toBe(entries[0].hash);
    const people = await at.database.rows<{ person: string }>(
      sql`select distinct person from ledger.entries where person is not null`,
    );
    for (const { person } of people) expect(JSON.stringify(entries)).not.toContain(person);
  });
});

describe('from report to verified closure', () => {
  it('accept, dispatch, take, report back, verify, close, two separate answers', async () => {
    const { code, key } = await reported();
    await toHandled(code);
    await play(code, ['head', 'verify'], ['community', 'close']);
    const version = await versionOf(code);
    const answer = { transaction: randomUUID(), version, solved: true, satisfied: false };
    const { status, body } = await at.call(null, `POST /api/track/${code}/answer`, answer, { 'x-matter-key': key });
    expect(status).toBe(200);
    expect(body).toMatchObject({ stage: 'closed', answer: { solved: true, satisfied: false } });
    const lines = body.timeline.map(({ action }: { action: string }) => action);
    expect(lines).toEqual(['report', 'accept', 'dispatch', 'take', 'finish', 'verify', 'close', 'answer']);
  });

  it('who handled it may not verify it; somebody else may', async () => {
    const { code } = await reported({ category: '0101', text: '垃圾没人清运' });
    await play(code, ['grid', 'settle', { result: '已清运' }]);
    const { status, body } = await act('grid', code, 'verify');
    expect(status).toBe(409);
    expect(body.reasons[0].rule).toBe('verifier_is_not_the_handler');
    await play(code, ['head', 'verify']);
  });

  it('a return needs another unit, and the first receiver is responsible until then', async () => {
    const { code } = await reported();
    await play(
      code,
      ['grid', 'accept'],
      ['community', 'dispatch', { unit: lamps }],
      ['urban', 'return', { ground: 'not_our_duty', reason: '不属于我单位' }],
    );
    expect((await at.call(null, `GET /api/track/${code}`)).body.unit).toContain('城市管理局');
    const again = await act('centre', code, 'dispatch', { unit: lamps });
    expect(again.body.reasons[0].rule).toBe('returned_goes_to_another_unit');
    await play(code, ['centre', 'uphold', { reason: '按职责清单属于你单位' }], ['urban', 'take']);
    const timeline = (await at.call('community', `GET /api/matters/${code}`)).body.timeline;
    expect(timeline.find(({ action }: { action: string }) => action === 'return').note).toBe('不属于我单位');
    expect(JSON.stringify((await at.call(null, `GET /api/track/${code}`)).body)).not.toContain('不属于我单位');
  });

  it('a unit that does not exist or serves another place is refused with all reasons', async () => {
    const { code } = await reported();
    await play(code, ['grid', 'accept']);
    expect((await act('community', code, 'dispatch', { unit: randomUUID() })).body.reasons[0].rule).toBe(
      'unit_is_known',
    );
    const organisations = (await at.call(null, 'GET /api/organisations')).body;
    const far = organisations.find(
      ({ kind, area }: { kind: string; area: string }) => kind === 'community' && !area.startsWith('320508017'),
    );
    expect((await act('community', code, 'dispatch', { unit: far.id })).body.reasons[0].rule).toBe(
      'unit_serves_the_place',
    );
  });

  it('a refusal names one of the six branches and the other way', async () => {
    const { code } = await reported();
    await play(code, ['community', 'refuse', { branch: 'emergency', reason: '请立即拨打119' }]);
    const page = (await at.call(null, `GET /api/track/${code}`)).body;
    expect(page).toMatchObject({ stage: 'refused', clock: null });
    expect(page.timeline.at(-1).facts).toEqual({ branch: 'emergency', reason: '请立即拨打119' });
  });

  it('a clock pauses only with a published reason', async () => {
    const { code } = await reported();
    await play(code, ['grid', 'accept'], ['community', 'dispatch', { unit: lamps }], ['urban', 'take']);
    expect((await act('urban', code, 'pause', { reason: ' ' })).status).toBe(422);
    await play(code, ['urban', 'pause', { reason: '等待配件' }]);
    const page = (await at.call(null, `GET /api/track/${code}`)).body;
    expect(page.clock.paused).toBe(true);
    expect(page.timeline.at(-1).facts.reason).toBe('等待配件');
    await play(code, ['urban', 'resume']);
  });

  it('reopened within 30 days, not after', async () => {
    const { code, key } = await reported();
    await toHandled(code);
    await play(code, ['head', 'verify'], ['community', 'close']);
    const reopen = async () =>
      at.call(
        null,
        `POST /api/track/${code}/reopen`,
        { transaction: randomUUID(), version: await versionOf(code), reason: '又坏了' },
        { 'x-matter-key': key },
      );
    const reopened = (await reopen()).body;
    expect(reopened).toMatchObject({ stage: 'dispatched', answer: null });
    expect(JSON.stringify(reopened.timeline)).not.toContain('又坏了'); // the reporter's own words are for staff
    await at.database.run(raw('alter table ledger.entries disable trigger append_only'));
    await play(code, ['urban', 'finish', { result: '再修' }], ['head', 'verify'], ['community', 'close']);
    const old = new Date(Date.now() - 31 * 86_400_000).toISOString();
    await at.database.run(sql`
      update matters.matters set state = jsonb_set(state, '{endedAt}', to_jsonb(${old}::text)) where code = ${code}`);
    expect((await reopen()).body.reasons[0].rule).toBe('reopened_in_time');
    await at.database.run(
      sql`delete from matters.texts where matter = (select id from matters.matters where code = ${code})`,
    );
    await at.database.run(
      sql`delete from matters.sealed where matter = (select id from matters.matters where code = ${code})`,
    );
    await at.database.run(
      sql`delete from ledger.entries where stream_id = (select id from matters.matters where code = ${code})`,
    );
    await at.database.run(sql`delete from matters.matters where code = ${code}`);
    await at.database.run(raw('alter table ledger.entries enable trigger append_only'));
  });
});

describe('two people at once', () => {
  it('one acts, the other is told how it stands and what is possible now', async () => {
    const { code } = await reported();
    const body = () => ({ transaction: randomUUID(), version: 1 });
    const answers = await Promise.all([
      at.call('grid', `POST /api/matters/${code}/accept`, body()),
      at.call('community', `POST /api/matters/${code}/refuse`, {
        ...body(),
        branch: 'repeated',
        reason: '已有同一诉求',
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)!.body;
    expect(lost.code).toBe('stale');
    expect(lost.reasons[0].text).toMatch(/待派单|不予受理/);
    expect(lost.possible.length).toBeGreaterThan(0);
  });

  it('a step sent again after its answer was lost is answered as before', async () => {
    const { code } = await reported();
    const body = { transaction: randomUUID(), version: 1 };
    const first = await at.call('grid', `POST /api/matters/${code}/accept`, body);
    const second = await at.call('grid', `POST /api/matters/${code}/accept`, body);
    expect(second.status).toBe(200);
    expect(second.body.version).toBe(first.body.version);
  });

  it('thirty join at the same moment: all are counted', async () => {
    const { code } = await reported();
    const joins = Array.from({ length: 30 }, () =>
      at.call(null, `POST /api/track/${code}/join`, { transaction: randomUUID() }),
    );
    const statuses = (await Promise.all(joins)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await at.call(null, `GET /api/track/${code}`)).body.supporters).toBe(31);
  });

  it('a person joins once', async () => {
    const { code } = await reported();
    const join = () => at.call('neighbour', `POST /api/track/${code}/join`, { transaction: randomUUID() });
    expect((await join()).status).toBe(200);
    expect((await join()).body.code).toBe('joined_before');
  });
});

describe('alike and merged', () => {
  it('what is near and alike is shown before a second report', async () => {
    const { code } = await reported({ text: '健身广场的射灯晚上不亮', release: true });
    const query = `lon=${place.lon}&lat=${place.lat}&category=0202&text=${encodeURIComponent('广场射灯不亮')}`;
    const similar = (await at.call(null, `GET /api/similar?${query}`)).body;
    expect(similar[0]).toMatchObject({ code, text: '健身广场的射灯晚上不亮' });
  });

  it('merging keeps both codes alive and adds up who reported', async () => {
    const [a, b] = [await reported(), await reported()];
    await at.call(null, `POST /api/track/${a.code}/join`, { transaction: randomUUID() });
    await play(a.code, ['community', 'merge', { into: b.code }]);
    expect((await at.call(null, `GET /api/track/${a.code}`)).body).toMatchObject({ stage: 'merged', into: b.code });
    expect((await at.call(null, `GET /api/track/${b.code}`)).body.supporters).toBe(3);
    const again = await act('community', b.code, 'merge', { into: b.code });
    expect(again.body.reasons.map(({ rule }: { rule: string }) => rule)).toContain('merges_into_another');
  });
});

describe('photos', () => {
  const photo = (width = 900) =>
    sharp({ create: { width, height: 600, channels: 3, background: '#2a7' } })
      .withExif({ IFD0: { Copyright: 'secret owner' }, IFD3: { GPSLatitude: '31/1 18/1 0/1' } })
      .jpeg()
      .toBuffer();

  it('uploaded and never reported, they are forgotten after a day, unless the same picture is needed elsewhere', async () => {
    const [needed, alone] = [await photo(333), await photo(334)];
    const used = (await at.upload(null, '/api/photos', 'a.jpg', needed)).body.id;
    const { key } = await reported({ photos: [used] });
    for (const content of [needed, alone]) await at.upload(null, '/api/photos', 'a.jpg', content);
    const blobs = await at.database.rows<{ blob: string }>(
      sql`select full_blob as blob from matters.photos where matter is null`,
    );
    const cleaning = at.composition.modules
      .flatMap((m) => m.jobs ?? [])
      .find(({ name }) => name === 'matters-loose-photos')!;
    at.clock.tick(25 * 3_600_000);
    await cleaning.run({});
    at.clock.tick(-25 * 3_600_000);
    expect((await at.app.inject({ url: `/api/photos/${used}`, headers: { 'x-matter-key': key } })).statusCode).toBe(
      200,
    );
    const left = await Promise.all(blobs.map(({ blob }) => at.composition.matters.blobs.has(blob)));
    expect(left.filter(Boolean)).toHaveLength(1);
  });

  it('are re-encoded without EXIF and shown to those who may see the matter', async () => {
    const upload = await photo();
    expect((await sharp(upload).metadata()).exif).toBeDefined();
    const { body } = await at.upload(null, '/api/photos', 'a.jpg', upload);
    const { code, key } = await reported({ photos: [body.id] });
    const url = `/api/photos/${body.id}`;
    expect((await at.call(null, `GET ${url}`)).status).toBe(403);
    const answer = await at.app.inject({ url, headers: { 'x-matter-key': key } });
    expect(answer.headers['content-type']).toBe('image/jpeg');
    expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined();
    expect(answer.rawPayload.includes('secret owner')).toBe(false);
    expect((await at.call('grid', `GET /api/matters/${code}`)).body.photos).toEqual([body.id]);
  });

  it('a report with photos sent again after its answer was lost is one matter', async () => {
    const { body } = await at.upload(null, '/api/photos', 'a.jpg', await photo(200));
    const again = { transaction: randomUUID(), photos: [body.id] };
    const [first, second] = [await report(null, again), await report(null, again)];
    expect(second.status).toBe(200);
    expect(second.body.code).toBe(first.body.code);
  });

  it('a file that is no image, a bomb of pixels, a photo twice, a seventh: refused', async () => {
    expect((await at.upload(null, '/api/photos', 'a.jpg', Buffer.from('<script>'))).body.code).toBe('bad_photo');
    const bomb = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"><rect width="9" height="9"/></svg>',
    );
    expect((await at.upload(null, '/api/photos', 'a.svg', bomb)).body.code).toBe('bad_photo');
    const { id } = (await at.upload(null, '/api/photos', 'a.jpg', await photo(100))).body;
    expect((await report(null, { photos: [id, id] })).body.code).toBe('unknown_photo');
    expect((await report(null, { photos: Array.from({ length: 7 }, () => id) })).status).toBe(422);
    expect((await at.upload(null, '/api/photos', 'big.jpg', Buffer.alloc(21 << 20))).status).toBe(413);
  });
});

describe('contact details', () => {
  it('are encrypted at rest, opened for a purpose, and each look is shown to the person', async () => {
    const { code } = await reported({ contact: { name: '王女士', phone: '13800001234' } }, 'resident');
    const stored = await at.database.rows<{ contact: string }>(
      sql`select contact from matters.texts where contact is not null`,
    );
    for (const { contact } of stored) expect(contact).not.toContain('13800001234');
    expect(JSON.stringify((await at.call('grid', `GET /api/matters/${code}`)).body)).not.toContain('13800001234');
    expect((await at.call('auditor', `POST /api/matters/${code}/contact`, { purpose: '好奇' })).status).toBe(403);
    const { body } = await at.call('community', `POST /api/matters/${code}/contact`, { purpose: '电话回访' });
    expect(body).toEqual({ name: '王女士', phone: '13800001234' });
    const looks = (await at.call('resident', 'GET /api/my/looks')).body;
    expect(looks[0]).toMatchObject({ purpose: '电话回访', what: 'contact', role: 'community_staff' });
  });
});

describe('inbox, list and search', () => {
  it('a matter waits for exactly those whose turn it is', async () => {
    const { code } = await reported();
    const waits = async (person: string) => {
      const { rows } = (await at.call(person, 'GET /api/inbox?limit=100')).body;
      return rows.some((row: { code: string }) => row.code === code);
    };
    expect([await waits('grid'), await waits('community'), await waits('urban')]).toEqual([true, true, false]);
    await play(code, ['grid', 'accept'], ['community', 'dispatch', { unit: lamps }]);
    expect([await waits('grid'), await waits('community'), await waits('urban')]).toEqual([false, false, true]);
  });

  it('finds Chinese words in one’s own scope only, and pages without gap or repeat', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 5; i++) codes.push((await reported({ text: `河埠头的石阶松动第${i}处` })).code);
    const page = async (person: string, after = '') =>
      (await at.call(person, `GET /api/matters?q=${encodeURIComponent('石阶松动')}&limit=2&after=${after}`)).body;
    const found: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { rows, next: following }: { rows: { code: string }[]; next: string | null } = await page(
        'community',
        encodeURIComponent(next),
      );
      found.push(...rows.map((row) => row.code));
      next = following;
    }
    expect(found).toEqual([...codes].reverse());
    expect((await page('urban')).rows).toEqual([]); // not theirs until it is dispatched to them
  });

  it('the public sees kind, grid and stage, and only words that were released', async () => {
    await reported({ text: '不公开的内容甲' });
    await reported({ text: '公开的内容乙', release: true });
    const { rows } = (await at.call(null, 'GET /api/public/matters?area=320508017003&limit=100')).body;
    const all = JSON.stringify(rows);
    expect(all).toContain('公开的内容乙');
    expect(all).not.toContain('不公开的内容甲');
  });
});

describe('the ledger', () => {
  const verify = () => {
    const checks: Record<string, StreamCheck> = Object.assign(
      {},
      ...at.composition.modules.map((module) => module.streams ?? {}),
    );
    return verifyChains(at.database, '320508', { checks });
  };

  it('verifies after everything above, and names what was changed behind its back', async () => {
    expect((await verify()).broken).toBeNull();
    const { code } = await reported();
    const [{ id }] = await at.database.rows<{ id: string }>(sql`select id from matters.matters where code = ${code}`);
    await at.database.run(sql`update matters.texts set body = '改过的' where matter = ${id}`);
    expect((await verify()).broken).toMatchObject({ streamId: id, seq: 1, why: 'sealed' });
    await at.database.run(sql`update matters.texts set body = '弄堂里第二盏路灯不亮了' where matter = ${id}`);
    await at.database.run(
      sql`update matters.matters set state = jsonb_set(state, '{supporters}', '9') where id = ${id}`,
    );
    expect((await verify()).broken).toMatchObject({ streamId: id, why: 'state' });
    await at.database.run(
      sql`update matters.matters set state = jsonb_set(state, '{supporters}', '1') where id = ${id}`,
    );
    expect((await verify()).broken).toBeNull();
  });

  it('a provisional deadline is counted anew when the holidays are known, and the ledger verifies all the while', async () => {
    const { code } = await reported({ category: '0103', text: '违建' });
    await play(code, ['grid', 'accept'], ['community', 'dispatch', { unit: lamps }]);
    const due = async () => (await at.call(null, `GET /api/track/${code}`)).body.clock;
    const before = await due();
    const { matters } = at.composition;
    const last = before.dueAt.slice(0, 10);
    const calendar = { ...matters.calendar, daysOff: new Set([...matters.calendar.daysOff, last]) };
    expect(await recountDeadlines({ ...matters, calendar })).toBe(0); // this year's deadline is no provisional one
    await at.database.run(sql`
      update matters.matters set state = jsonb_set(state, '{clock,provisional}', 'true') where code = ${code}`);
    expect((await verify()).broken).toBeNull();
    expect(await recountDeadlines({ ...matters, calendar })).toBe(1);
    expect(Date.parse((await due()).dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    expect((await verify()).broken).toBeNull();
  });

  it('a server whose clock is off records nothing', async () => {
    at.clock.tick(-20 * 60_000);
    const { status, body } = await report(null);
    at.clock.tick(20 * 60_000);
    expect(status).toBe(503);
    expect(body.code).toBe('clock_off');
  });
});
