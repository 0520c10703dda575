import { defineProblems, text } from '#packages/kernel';

/** Everything that this module refuses, with its code. */
export const problems = defineProblems({
  sign_in_needed: { kind: 'unauthenticated', title: text('请先登录', 'Sign in first') },
  not_allowed: { kind: 'forbidden', title: text('您没有办理此事的权限', 'Your role does not allow this') },
  unknown_area: { kind: 'not_found', title: text('没有这个区域', 'There is no such area') },
  unknown_grid: { kind: 'not_found', title: text('没有这个网格', 'There is no such grid') },
  unknown_plan: { kind: 'not_found', title: text('没有这个网格方案', 'There is no such grid plan') },
  bad_place: { kind: 'invalid', title: text('坐标不正确', 'The coordinates are wrong') },
  bad_upload: { kind: 'invalid', title: text('上传的内容不完整', 'The upload is incomplete') },
  bad_layer: { kind: 'invalid', title: text('网格图层读不出来', 'The grid layer cannot be read') },
  plan_not_publishable: { kind: 'conflict', title: text('该网格方案不能发布', 'This grid plan cannot be published') },
  published_meanwhile: {
    kind: 'conflict',
    title: text('刚才另有一个方案发布了，请先看看现行方案', 'Another plan was published just now: look at it first'),
  },
  clock_off: {
    kind: 'unavailable',
    title: text(
      '服务器时钟与数据库相差过大，暂停登记',
      'The clocks of server and database differ: nothing is recorded',
    ),
  },
  no_plan_published: { kind: 'unavailable', title: text('尚未发布网格方案', 'No grid plan is published yet') },
});
