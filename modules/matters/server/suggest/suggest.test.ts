import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raw } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';
import { suggestKinds } from '../../core/suggest/model.ts';
import { type PackedModel, unpack } from '../../core/suggest/pack.ts';
import { kindModels } from './kind-model.ts';
import { learnKinds } from './learn.ts';

let at: TestInstallation;
let place: { lon: number; lat: number };

beforeAll(async () => {
  at = await testInstallation();
  place = (await at.call(null, 'GET /api/grids/320508017003001')).body.inside;
});
afterAll(() => at.close());

async function settled(text: string, reported: string, decided: string) {
  const report = { transaction: randomUUID(), place, category: reported, text };
  const { code } = (await at.call(null, 'POST /api/matters', report)).body as { code: string };
  const steps: [string, string, object][] = [
    ['grid', 'accept', { category: decided }],
    ['grid', 'settle', { result: '已办' }],
    ['community', 'verify', {}],
    ['community', 'close', {}],
  ];
  for (const [person, action, input] of steps) {
    const { version } = (await at.call(null, `GET /api/track/${code}`)).body;
    const body = { transaction: randomUUID(), version, ...input };
    expect((await at.call(person, `POST /api/matters/${code}/${action}`, body)).status).toBe(200);
  }
  return code;
}

it('whoever writes is offered up to three kinds, with confidence and the words that counted', async () => {
  const { body } = await at.call(null, 'POST /api/categories/suggest', { text: '弄堂里第二盏路灯不亮了' });
  expect(body[0]).toMatchObject({ category: '0202', confidence: expect.any(Number) });
  expect(body[0].words.join()).toContain('路灯');
  expect(body.length).toBeLessThanOrEqual(3);
});

it('learns from closed matters what staff decided, keeps no word of few texts and no text', async () => {
  const text = '口袋公园里的秋千架晃得厉害';
  for (let i = 0; i < 6; i++) await settled(`${text}，第${i}次反映`, '1002', '0903');
  await settled('隔壁姓欧阳的把秋千架弄坏了', '1002', '0903');
  expect(await learnKinds(at.composition.matters)).toBeGreaterThanOrEqual(7);
  const kept = await at.composition.matters.database.first<{ texts: number; model: PackedModel }>(
    raw('select texts, model from matters.kind_models'),
  );
  expect(kept!.model.words).toContain('秋千');
  expect(kept!.model.words).not.toContain('欧阳');
  const { model } = await kindModels(
    at.composition.matters.database,
    at.composition.matters.district,
    at.composition.matters.clock,
  ).current();
  expect(suggestKinds(model, '秋千架晃')[0].category).toBe('0903');
});

it('an open matter has taught nothing: nobody has decided it', async () => {
  const before = await learnKinds(at.composition.matters);
  const report = { transaction: randomUUID(), place, category: '0101', text: '秋千架晃得厉害' };
  expect((await at.call(null, 'POST /api/matters', report)).status).toBe(200);
  expect(await learnKinds(at.composition.matters)).toBe(before);
});

it('the model is sent compressed, once: whoever has it is told so', async () => {
  const url = '/api/categories/model';
  const sent = await at.app.inject({ url });
  expect(sent.headers['content-encoding']).toBe('gzip');
  const model = unpack(JSON.parse(gunzipSync(sent.rawPayload).toString()) as PackedModel);
  expect(suggestKinds(model, '路灯不亮')[0].category).toBe('0202');
  const again = await at.app.inject({ url, headers: { 'if-none-match': String(sent.headers.etag) } });
  expect(again.statusCode).toBe(304);
});
