import { type Text, text } from '#packages/kernel';
import type { Role } from '../../../contract.ts';

/** What each role is for, in a sentence. */
export const DUTIES: Record<Role, Text> = {
  resident: text('反映事项、查看进展、评价、要求重办。', 'Reports matters, follows them, answers, asks to reopen.'),
  grid_worker: text(
    '受理本网格的事项，能办的当场办结，办完的事项到现场核实。',
    'Accepts what is reported in the grid, settles on the spot what can be, verifies on site what was done.',
  ),
  grid_head: text('统筹所辖网格，受理和核实事项。', 'Leads the grids, accepts and verifies matters.'),
  community_secretary: text(
    '审核退单、结案；任命网格员和网格长。',
    'Reviews returns, closes matters; appoints grid workers and grid heads.',
  ),
  community_staff: text(
    '受理、派单、审核退单、核实、结案；导入清单。',
    'Accepts, dispatches, reviews returns, verifies, closes; imports lists.',
  ),
  street_staff: text(
    '统筹本街道：派单、审核退单、结案；可提出网格方案。',
    'Steers the street: dispatches, reviews returns, closes; may propose a grid plan.',
  ),
  department_staff: text(
    '签收派给本部门的事项，办理并反馈；不能办的说明理由退单。',
    'Takes on what is dispatched to the department, handles it and reports back, or returns it with a reason.',
  ),
  district_centre: text(
    '全区兜底：派单、督促超期事项、发布网格方案。',
    'Answers for the whole district: dispatches, urges what is overdue, publishes the grid plan.',
  ),
  auditor: text(
    '查看事项和人员，不办理；看不到居民联系方式。',
    'Sees matters and people, acts on nothing; never sees contact details.',
  ),
  administrator: text(
    '管理人员、角色和网格方案；不办理事项；须启用第二因素。',
    'Manages people, roles and grid plans; handles no matters; needs a second factor.',
  ),
};
