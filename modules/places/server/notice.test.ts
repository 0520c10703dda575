import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallTown, smallTown } from './small-town.ts';

let town: SmallTown;
beforeAll(async () => {
  town = await smallTown();
});
afterAll(() => town.close());

const get = (url: string, headers: Record<string, string> = {}) => town.app.inject({ url, headers });
const NOTICE = '/api/grids/320508001001001/notice';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

it('a notice is a PDF that everybody may print, named after its grid', async () => {
  const answer = await get(NOTICE);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(answer.headers['content-disposition']).toContain('inline; filename="grid-notice-320508001001001.pdf"');
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('网格公示：西社区第一网格.pdf');
});

it('or a docx', async () => {
  const answer = await get(`${NOTICE}?format=docx`);
  expect(answer.headers['content-type']).toBe(DOCX);
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

it('the same notice is not sent again, and is the same bytes', async () => {
  const first = await get(NOTICE);
  const again = await get(NOTICE, { 'if-none-match': String(first.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await get(NOTICE)).rawPayload.equals(first.rawPayload)).toBe(true);
  expect((await get(`${NOTICE}?language=en`)).headers.etag).not.toBe(first.headers.etag);
});

it('a community has its notices in one file, a page for each grid', async () => {
  const answer = await get('/api/areas/320508001001/notices?format=pdf');
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
});

it('unknown grids and communities are said to be unknown', async () => {
  expect((await get('/api/grids/320508001001009/notice')).json()).toMatchObject({ status: 404, code: 'unknown_grid' });
  expect((await get('/api/areas/320508001009/notices')).json()).toMatchObject({ status: 404, code: 'unknown_area' });
});

it('another format is refused with its reason, and so are the notices of a whole street', async () => {
  const refused = await get(`${NOTICE}?format=odt`);
  expect(refused.json()).toMatchObject({ status: 422, code: 'invalid_input', reasons: [{ field: 'format' }] });
  expect((await get('/api/areas/320508001/notices')).json()).toMatchObject({
    status: 422,
    reasons: [{ field: 'code' }],
  });
});

it('before the first plan there is no notice', async () => {
  const bare = await smallTown(null);
  expect((await bare.app.inject(NOTICE)).json()).toMatchObject({ status: 503, code: 'no_plan_published' });
  await bare.close();
});
