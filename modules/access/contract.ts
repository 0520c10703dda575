import { type Actor, type Text, text } from '#packages/kernel';
import type { operations } from './core/api.ts';

/** Roles, from the resident to the administrator; each is held on an area (a code prefix), some for an organisation. */
export const ROLES = {
  resident: text('居民', 'Resident'),
  grid_worker: text('网格员', 'Grid worker'),
  grid_head: text('网格长', 'Grid head'),
  community_secretary: text('社区党组织书记', 'Community Party secretary'),
  community_staff: text('社区工作人员', 'Community staff'),
  street_staff: text('街道工作人员', 'Street staff'),
  department_staff: text('部门工作人员', 'Department staff'),
  district_centre: text('区社会治理中心', 'District centre'),
  auditor: text('审计员', 'Auditor'),
  administrator: text('系统管理员', 'Administrator'),
} as const satisfies Record<string, Text>;

export type Role = keyof typeof ROLES;
export type Person = Actor<Role>;

/** What an organisation does; departments are named by their field, so that a category can name who is responsible. */
export const ORGANISATION_KINDS = {
  party: text('党组织', 'Party organisation'),
  district: text('区级平台', 'District body'),
  street: text('街道办事处', 'Street office'),
  community: text('社区居委会', 'Residents’ committee'),
  urban_management: text('城市管理局', 'Urban management bureau'),
  housing: text('住房和建设委员会', 'Housing and construction commission'),
  police: text('公安分局', 'Police'),
  environment: text('生态环境局', 'Environment bureau'),
  transport: text('交通运输部门', 'Transport department'),
  civil_affairs: text('民政和卫生健康局', 'Civil affairs and health bureau'),
  education: text('教育体育和文化旅游委员会', 'Education, sports, culture and tourism commission'),
  labour: text('人力资源和社会保障局', 'Labour and social security bureau'),
  market: text('市场监督管理局', 'Market regulation bureau'),
  justice: text('司法局', 'Justice bureau'),
  emergency: text('应急管理局', 'Emergency management bureau'),
} as const satisfies Record<string, Text>;

export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** The area that it serves. */
  readonly area: string;
}

/** Somebody whose duty is public: name and telephone of their post (滨州网格条例 6(2)), never a private number. */
export interface Holder {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
  readonly phone: string | null;
}

/** One look at personal details. */
export interface Look {
  readonly viewer: Person;
  /** Whose details they are; null for somebody without an account, who sees the look under their tracking code. */
  readonly subject: string | null;
  readonly stream: string;
  readonly streamId: string;
  /** What was looked at, e.g. `contact`. */
  readonly what: string;
  readonly purpose: string;
}

/** What other modules may ask; injected by the composition. */
export interface AccessQueries {
  organisations(): Promise<readonly Organisation[]>;
  findOrganisation(id: string): Promise<Organisation | undefined>;
  /** Names of people by id; ids that are unknown are absent. */
  namesOf(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Who holds one of the roles on exactly this area, or on an area above it when `above` is set. */
  holdersOf(area: string, roles: readonly Role[], above?: boolean): Promise<readonly Holder[]>;
  recordLook(look: Look): Promise<void>;
  /** Looks at what belongs to one stream (a matter), newest first: when, in which role, for what; no names of viewers' persons. */
  looksAt(
    stream: string,
    streamId: string,
  ): Promise<readonly { at: string; role: Role; organisation: string | null; what: string; purpose: string }[]>;
}

/** The module's HTTP operations, for typed clients in other modules' screens. */
export type AccessApi = typeof operations;
