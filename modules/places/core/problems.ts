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
  plan_stays: { kind: 'conflict', title: text('现在还不能这样办', 'The plan cannot take this step now') },
  stale_plan: {
    kind: 'conflict',
    title: text('方案刚才有了变化，请先看看现在的情况', 'The plan has moved on: look at it first'),
  },
  transaction_reused: {
    kind: 'conflict',
    title: text('这个流水号已用于另一件事', 'This transaction id was used for something else'),
  },
  one_grid_for_all: { kind: 'forbidden', title: text('部门不能另行划分网格', 'A department does not divide the grid') },
  unknown_use: { kind: 'not_found', title: text('没有这条登记', 'There is no such entry') },
  use_not_yours: {
    kind: 'forbidden',
    title: text('只能登记本部门的使用', 'A department registers its own use only'),
  },
  took_effect_meanwhile: {
    kind: 'conflict',
    title: text('刚才另有一个方案生效了，请先看看现行方案', 'Another plan took effect just now: look at it first'),
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
