import { defineProblems, text } from '#packages/kernel';

/** Everything that this module refuses, in words. */
export const problems = defineProblems({
  sign_in_needed: { kind: 'unauthenticated', title: text('请先登录', 'Sign in first') },
  wrong_sign_in: {
    kind: 'unauthenticated',
    title: text('用户名（手机号）或密码不对', 'Wrong user name, mobile number or password'),
  },
  wrong_password: { kind: 'invalid', title: text('密码不对', 'Wrong password') },
  account_locked: {
    kind: 'too_many',
    title: text('密码连续输错，账号已暂时锁定', 'Too many wrong passwords: the account is locked for a while'),
  },
  address_limited: {
    kind: 'too_many',
    title: text('此网络地址的尝试过多，请稍后再试', 'Too many attempts from this address: try again later'),
  },
  wrong_code: { kind: 'invalid', title: text('动态验证码不对', 'Wrong code of the second factor') },
  second_step_expired: {
    kind: 'unauthenticated',
    title: text('第二步验证已过期，请重新登录', 'The second step has expired: sign in again'),
  },
  second_factor_exists: {
    kind: 'conflict',
    title: text('已经设置过动态验证码', 'A second factor has been set up already'),
  },
  no_second_factor: { kind: 'conflict', title: text('还没有设置动态验证码', 'No second factor has been set up') },
  credentials_refused: {
    kind: 'invalid',
    title: text('用户名或密码不符合要求', 'The user name or the password is not as required'),
  },
  login_taken: { kind: 'conflict', title: text('用户名或手机号已被使用', 'The user name or mobile number is in use') },
  foreign_address: {
    kind: 'forbidden',
    title: text('登录后只能回到本站的页面', 'After sign-in only pages of this site can be opened'),
  },
  no_unified_identity: { kind: 'not_found', title: text('没有接入统一身份认证', 'No unified identity is connected') },
  no_password_here: {
    kind: 'conflict',
    title: text(
      '此账号用统一身份认证登录，没有密码',
      'This account signs in by the unified identity and has no password',
    ),
  },
  sign_in_refused: { kind: 'invalid', title: text('登录请求有误', 'The sign-in request is malformed') },
  may_not_see_people: {
    kind: 'forbidden',
    title: text('您不负责人员管理', 'Managing people is not among your duties'),
  },
  may_not_give: { kind: 'forbidden', title: text('您不能这样授予角色', 'You may not give this role') },
  role_unfit: { kind: 'invalid', title: text('这个角色不能这样设置', 'The role cannot be held like this') },
  may_not_withdraw: {
    kind: 'forbidden',
    title: text('您不能撤销这个角色', 'You may not withdraw this role'),
  },
  must_stay: { kind: 'conflict', title: text('这个角色现在不能撤销', 'The role cannot be withdrawn now') },
  clock_off: {
    kind: 'unavailable',
    title: text(
      '服务器时钟与数据库相差过大，暂停登记',
      'The clocks of server and database differ: nothing is recorded',
    ),
  },
  no_such_person: { kind: 'not_found', title: text('没有这个人', 'There is no such person') },
  may_not_reset: {
    kind: 'forbidden',
    title: text('您不能重置此人的密码', 'You may not give this person a new password'),
  },
  may_not_name_organisations: {
    kind: 'forbidden',
    title: text('单位由本区域的系统管理员登记', 'Organisations are registered by administrators of their area'),
  },
  organisation_refused: {
    kind: 'invalid',
    title: text('这个单位不能这样登记', 'The organisation cannot be registered like this'),
  },
  organisation_exists: {
    kind: 'conflict',
    title: text('这个区域已有同名单位', 'The area has an organisation of this name'),
  },
  no_such_organisation: { kind: 'not_found', title: text('没有这个单位', 'There is no such organisation') },
  no_such_grant: { kind: 'not_found', title: text('此人没有这个角色', 'The person does not hold this role') },
});
