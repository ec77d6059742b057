import { CenterType, type Bilingual } from '@mtg/governance';
import { Role } from './role';

/** A claim of a token that says where a role holds. */
export const SCOPE_CLAIMS = ['street', 'center', 'community', 'department'] as const;
export type ScopeClaim = (typeof SCOPE_CLAIMS)[number];

/** A role as people read it, and the claims without which a token with this role is refused. */
export interface RoleEntry {
  readonly label: Bilingual;
  readonly meaning: Bilingual;
  readonly required: readonly ScopeClaim[];
  /** May be there; where it is, it narrows the role. A claim in neither list makes the token wrong. */
  readonly optional: readonly ScopeClaim[];
  /** The center to which the role belongs by itself. */
  readonly center?: CenterType;
}

const entry = (
  label: Bilingual,
  meaning: Bilingual,
  required: readonly ScopeClaim[] = [],
  optional: readonly ScopeClaim[] = [],
): RoleEntry => ({ label, meaning, required, optional });

export const ROLE_ENTRIES: Readonly<Record<Role, RoleEntry>> = {
  [Role.DISTRICT_OFFICE]: entry(
    { zh: '区社会办', en: 'district office' },
    {
      zh: '区社会办（社会工委）人员，统览全区，登记社会组织，下发购买服务目录',
      en: 'staff of the district’s social affairs office; sees all streets, registers social organizations, issues procurement catalogues',
    },
  ),
  [Role.DISTRICT_GOVERNMENT]: entry(
    { zh: '区政府审批人', en: 'approver of the district government' },
    { zh: '登记区政府的批准', en: 'records approvals of the district government' },
  ),
  [Role.DISTRICT_PARTY_COMMITTEE]: entry(
    { zh: '区委审批人', en: 'approver of the District Party Committee' },
    { zh: '登记区委的批准与任命', en: 'records approvals and appointments of the District Party Committee' },
  ),
  [Role.DEPARTMENT_OFFICER]: entry(
    { zh: '区职能部门人员', en: 'department officer' },
    { zh: '代表一个区职能部门', en: 'acts for one department of the district' },
    ['department'],
  ),
  [Role.STREET_LEADER]: entry(
    { zh: '街道主要领导', en: 'street leader' },
    { zh: '街道的主要领导', en: 'principal leader of a street' },
    ['street'],
  ),
  [Role.COMMITTEE_CLERK]: entry(
    { zh: '工委记录人', en: 'committee clerk' },
    { zh: '登记街道工委的决定', en: 'records the decisions of a Street Party Working Committee' },
    ['street'],
  ),
  [Role.DISPATCHER]: {
    ...entry(
      { zh: '综合管理中心派单员', en: 'dispatcher' },
      {
        zh: '代表街道综合管理中心派单、督办、反馈',
        en: 'acts for a street’s General Affairs Management Center',
      },
      ['street'],
    ),
    center: CenterType.GENERAL_AFFAIRS,
  },
  [Role.FINANCE_OFFICER]: entry(
    { zh: '街道财务人员', en: 'finance officer' },
    {
      zh: '街道财务科人员，确认收款、登记支出、答复收回',
      en: 'member of a street’s finance section; acknowledges transfers, records expenditures, answers recalls',
    },
    ['street'],
  ),
  [Role.CENTER_HEAD]: entry(
    { zh: '中心负责人', en: 'center head' },
    { zh: '街道一个中心的负责人', en: 'head of one center of a street' },
    ['street', 'center'],
  ),
  [Role.CENTER_STAFF]: entry(
    { zh: '中心工作人员', en: 'center staff' },
    { zh: '街道一个中心的工作人员', en: 'member of one center’s staff' },
    ['street', 'center'],
  ),
  [Role.COMMUNITY_SECRETARY]: entry(
    { zh: '社区党组织书记', en: 'community secretary' },
    { zh: '一个社区的党组织书记', en: 'secretary of one community’s party organization' },
    ['street', 'community'],
  ),
  [Role.AUDITOR]: entry(
    { zh: '审计员', en: 'auditor' },
    { zh: '查阅全部记录和审计链，不作改动', en: 'reads all records and the audit trail, changes nothing' },
    [],
    ['street'],
  ),
  [Role.ANALYST]: entry(
    { zh: '分析员', en: 'analyst' },
    { zh: '查阅业务数据作统计分析，不作改动', en: 'reads operational data for statistics, changes nothing' },
    [],
    ['street'],
  ),
};
