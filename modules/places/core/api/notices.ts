import { Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { Code } from './schema.ts';

const print = t.Object({
  format: t.Optional(t.Union([t.Literal('pdf'), t.Literal('docx')], { description: 'pdf unless it says otherwise' })),
  language: t.Optional(t.Union([t.Literal('zh'), t.Literal('en')], { description: 'zh unless it says otherwise' })),
});

/** Printable notices of grids: name, extent, grid worker with telephone, supervision telephone (滨州网格条例 6(2)). */
export const noticeOperations = {
  'GET /api/grids/:code/notice': {
    summary: 'The notice of a grid, to be printed and put up: PDF or docx',
    access: 'public',
    params: t.Object({ code: Code }),
    query: print,
  },
  'GET /api/areas/:code/notices': {
    summary: 'The notices of all grids of a community in one file, a page each',
    access: 'public',
    params: t.Object({ code: t.String({ pattern: '^[0-9]{12}$', description: 'Code of a community' }) }),
    query: print,
  },
} as const satisfies Operations;
