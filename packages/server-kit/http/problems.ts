import type { FastifyError, FastifySchemaValidationError } from 'fastify';
import { type Locale, Problem, type ProblemKind, type Reason, type Text, text } from '#packages/kernel';

export const STATUS: Record<ProblemKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

/** RFC 9457 problem details, with every reason and what is possible instead. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly reasons: { readonly rule: string; readonly text: string; readonly field?: string }[];
  readonly possible: { readonly action: string; readonly text: string }[];
  readonly request: string;
}

export function presentProblem(problem: Problem, locale: Locale, request: string): ProblemBody {
  return {
    type: `/problems/${problem.code}`,
    title: problem.title[locale],
    status: STATUS[problem.kind],
    code: problem.code,
    reasons: problem.reasons.map(({ rule, text: t, field }) => ({ rule, text: t[locale], ...(field && { field }) })),
    possible: problem.possible.map(({ action, text: t }) => ({ action, text: t[locale] })),
    request,
  };
}

type Limits = Record<string, unknown>;

const SENTENCES: Record<string, (limits: Limits) => Text> = {
  required: () => text('缺少此项。', 'This is missing.'),
  minLength: ({ limit }) => text(`至少 ${limit} 个字。`, `At least ${limit} characters.`),
  maxLength: ({ limit }) => text(`最多 ${limit} 个字。`, `At most ${limit} characters.`),
  minimum: ({ limit }) => text(`不小于 ${limit}。`, `Not below ${limit}.`),
  maximum: ({ limit }) => text(`不大于 ${limit}。`, `Not above ${limit}.`),
  minItems: ({ limit }) => text(`至少 ${limit} 个。`, `At least ${limit}.`),
  maxItems: ({ limit }) => text(`最多 ${limit} 个。`, `At most ${limit}.`),
  pattern: () => text('格式不对。', 'The format is wrong.'),
  format: () => text('格式不对。', 'The format is wrong.'),
  anyOf: () => text('不是可选的值。', 'Not one of the possible values.'),
  const: () => text('不是可选的值。', 'Not one of the possible values.'),
  enum: () => text('不是可选的值。', 'Not one of the possible values.'),
  type: ({ type }) => text(`类型应为 ${type}。`, `The type must be ${type}.`),
  additionalProperties: () => text('没有这一项。', 'There is no such field.'),
};

function reasonOf({ keyword, instancePath, params, message }: FastifySchemaValidationError): Reason {
  const missing = typeof params.missingProperty === 'string' ? `/${params.missingProperty}` : '';
  const field = `${instancePath}${missing}`.slice(1).replaceAll('/', '.');
  const sentence = SENTENCES[keyword]?.(params) ?? text('不符合要求。', message ?? 'Not as required.');
  return { rule: keyword, text: sentence, ...(field && { field }) };
}

/** One sentence a field: of alternatives (`anyOf`) only the summary is kept. */
function reasonsOf(errors: readonly FastifySchemaValidationError[]): Reason[] {
  const alternatives = new Set(errors.filter((e) => e.keyword === 'anyOf').map((e) => e.instancePath));
  return errors.filter((e) => e.keyword === 'anyOf' || !alternatives.has(e.instancePath)).map(reasonOf);
}

const problem = (code: string, kind: ProblemKind, title: Text, reasons: Reason[] = []) =>
  new Problem({ code, kind, title, reasons });

/** Any error as a problem; `undefined` for a fault of ours, which is logged and told as such. */
export function problemOf(error: FastifyError | Problem | Error): Problem | undefined {
  if (error instanceof Problem) return error;
  const { validation, statusCode, code } = error as FastifyError;
  if (validation) {
    return problem(
      'invalid_input',
      'invalid',
      text('有的内容不符合要求', 'Some input is not as required'),
      reasonsOf(validation),
    );
  }
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') {
    return problem('too_large', 'too_large', text('内容太大', 'The content is too large'));
  }
  if (statusCode === 429)
    return problem('too_many', 'too_many', text('操作太频繁，请稍后再试', 'Too many requests: try again later'));
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return problem('bad_request', 'invalid', text('请求格式有误', 'The request is malformed'));
  }
  return undefined;
}

export const fault = (): Problem =>
  problem(
    'fault',
    'unavailable',
    text(
      '系统出错，已记录；您填写的内容没有丢失，请稍后重试',
      'A fault on our side, recorded. Nothing of yours is lost: try again',
    ),
  );

export const unauthenticated = (): Problem =>
  problem('sign_in_needed', 'unauthenticated', text('请先登录', 'Sign in first'));

export const notFound = (): Problem =>
  problem('not_found', 'not_found', text('没有这个地址', 'There is nothing at this address'));

export const foreignOrigin = (): Problem =>
  problem('foreign_origin', 'forbidden', text('不接受来自其他网站的操作', 'Writes from another site are refused'));
