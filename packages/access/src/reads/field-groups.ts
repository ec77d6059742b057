import type { Bilingual } from '@mtg/governance';
import type { Role } from '../roles/role';

/** Rows of a field group that a role reads. Roles of a street never read another street's. */
export type ReadScope =
  'NONE' | 'ALL' | 'STREET' | 'STREET_ROWS' | 'COMMUNITY' | 'DEPARTMENT' | 'AUTHOR' | 'CENTER_OR_AUTHOR';

export const READ_SCOPE_LABELS: Readonly<Record<ReadScope, Bilingual>> = {
  NONE: { zh: '—', en: 'none' },
  ALL: { zh: '全部', en: 'all' },
  STREET: { zh: '本街道', en: 'own street' },
  STREET_ROWS: { zh: '涉及本街道的', en: 'those on own street' },
  COMMUNITY: { zh: '本社区', en: 'own community' },
  DEPARTMENT: { zh: '本部门', en: 'own department' },
  AUTHOR: { zh: '本人所写', en: 'own entries' },
  CENTER_OR_AUTHOR: { zh: '本中心和本人所写', en: 'own center and own entries' },
};

type Readers = { readonly [R in Role]?: ReadScope };

/** Fields that are read by the same people. */
export interface FieldGroupEntry {
  readonly label: Bilingual;
  readonly content: Bilingual;
  /** Without a token too. */
  readonly open?: true;
  /** Part that is open without a token, and the reason. */
  readonly openPart?: Bilingual & { readonly field: string };
  /** The district's, and one for all: a token of any street will do. */
  readonly ofDistrict?: true;
  /** The only departments whose officers read anything of it; any, if none are named. */
  readonly departments?: readonly string[];
  /** A role that is not named reads nothing. */
  readonly readers: Readers;
}

/** Those who work in a street's office and see what happens in it. */
const STREET_ROLES: Readers = {
  STREET_LEADER: 'STREET',
  COMMITTEE_CLERK: 'STREET',
  DISPATCHER: 'STREET',
  CENTER_HEAD: 'STREET',
  CENTER_STAFF: 'STREET',
};
const DISTRICT_ROLES: Readers = {
  DISTRICT_OFFICE: 'ALL',
  DISTRICT_GOVERNMENT: 'ALL',
  DISTRICT_PARTY_COMMITTEE: 'ALL',
};
/** A token with a street narrows them to it. */
const OBSERVERS: Readers = { AUDITOR: 'ALL', ANALYST: 'ALL' };
const COMMUNITIES: Readers = {
  ...STREET_ROLES,
  COMMUNITY_SECRETARY: 'COMMUNITY',
  DISTRICT_OFFICE: 'ALL',
  ...OBSERVERS,
};

const group = (label: Bilingual, content: Bilingual, readers: Readers): FieldGroupEntry => ({
  label,
  content,
  readers,
});

/** The two sides reconcile their books without a token. */
const BOOK_STATES = {
  field: 'fundBook',
  zh: '已知标识的转拨和收回的状态和摘要，供两本账对账；不列出标识，不透露金额',
  en: 'state and digest of transfers and recalls whose ids the caller already knows, so that the two books can be reconciled; it lists no ids and reveals no amounts',
} as const;

export const FIELD_GROUPS = {
  REFERENCE: {
    ...group(
      { zh: '参考数据', en: 'reference data' },
      { zh: '机构、社区、议事机构、规则', en: 'organization, communities, bodies, rules' },
      {},
    ),
    open: true,
  },
  DELIBERATION: group(
    { zh: '议事', en: 'deliberation' },
    {
      zh: '会议、纪要、重大事项、意见、工作要点',
      en: 'meetings, minutes, major matters, opinions, key points',
    },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS },
  ),
  DECISIONS: group(
    { zh: '街道工委决策', en: 'decisions of the Street Party Working Committee' },
    {
      zh: '街道工委的决策；职能部门只见对本部门委托事项的',
      en: 'decisions of the Street Party Working Committee; departments see those on their own delegations',
    },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS, DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
  MEMBERSHIP: {
    ...group(
      { zh: '机构成员', en: 'members of bodies' },
      {
        zh: '议事机构的提名、成员和任命步骤；社区党组织见本社区大党委的，组织部门见由其审核的大工委、地管会的，其他部门均不见',
        en: 'nominations, members and steps of appointments; a community’s party organization sees its own body, the organization department the two bodies that it reviews, other departments none',
      },
      {
        ...STREET_ROLES,
        ...DISTRICT_ROLES,
        ...OBSERVERS,
        COMMUNITY_SECRETARY: 'COMMUNITY',
        DEPARTMENT_OFFICER: 'DEPARTMENT',
      },
    ),
    departments: ['ORGANIZATION_DEPARTMENT'],
  },
  DELEGATION: group(
    { zh: '委托事项', en: 'delegations' },
    { zh: '委托事项及其意见、部署', en: 'delegations with opinions and deployment' },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS, DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
  DISPATCH: group(
    { zh: '派单', en: 'dispatch' },
    {
      zh: '项目书、派单、督办、佐证、反馈；职能部门只见落实本部门委托的派单',
      en: 'projects, orders, supervisions, evidence, feedback; departments see the orders of their own delegations',
    },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS, DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
  APPROVALS: {
    ...group(
      { zh: '批准文件', en: 'approvals' },
      {
        zh: '区政府、区委的批准文件，街道据此核实',
        en: 'approvals by the district government and the District Party Committee, used by streets to verify requests',
      },
      {
        ...STREET_ROLES,
        ...DISTRICT_ROLES,
        ...OBSERVERS,
        DEPARTMENT_OFFICER: 'ALL',
        COMMUNITY_SECRETARY: 'ALL',
      },
    ),
    ofDistrict: true,
  },
  PROCUREMENT: {
    ...group(
      { zh: '社会组织和购买服务目录', en: 'social organizations and procurement catalogues' },
      {
        zh: '社会组织名册、需求调查、购买服务目录及其需求，街道据此立项',
        en: 'registry of social organizations, surveys of needs, catalogues with their needs, which service projects cite',
      },
      {
        ...STREET_ROLES,
        ...DISTRICT_ROLES,
        ...OBSERVERS,
        DEPARTMENT_OFFICER: 'ALL',
        COMMUNITY_SECRETARY: 'ALL',
      },
    ),
    ofDistrict: true,
  },
  SERVICES: group(
    { zh: '社会组织与购买服务', en: 'services of social organizations' },
    {
      zh: '培育的草根社会组织、共同活动、购买服务需求和项目',
      en: 'fostered organizations, joint activities, proposals of needs, service projects',
    },
    { ...COMMUNITIES, ...DISTRICT_ROLES },
  ),
  COMMUNITY_WORK: group(
    { zh: '社区工作', en: 'community work' },
    {
      zh: '周例会事项、集中布置、任务、进展、传达、典型、台账、支持保障',
      en: 'weekly meeting items, batches, assignments, progress reports, conveyed documents, highlights, ledgers, support issues',
    },
    COMMUNITIES,
  ),
  PLANNING: group(
    { zh: '中心计划', en: 'plans of centers' },
    {
      zh: '各中心的年度计划和月计划、对接的社会组织',
      en: 'plans of centers for years and months, and their links to social organizations',
    },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS },
  ),
  CONSULTATION: group(
    { zh: '会商与联动', en: 'consultations' },
    {
      zh: '中心与职能部门的联动、月会商、联动机制；职能部门只见本部门的',
      en: 'links of centers with departments, consultations, joint actions; departments see their own',
    },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS, DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
  VISITS: group(
    { zh: '进社区', en: 'visits' },
    {
      zh: '走访计划和走访的日期、形式、社区、中心、人员',
      en: 'visit plans, and day, form, community, center and staff of visits',
    },
    COMMUNITIES,
  ),
  SENTIMENT: group(
    { zh: '走访记录、民情日志', en: 'visit records and sentiment logs' },
    { zh: '走访记录正文和民情日志', en: 'texts of visit records, and sentiment logs' },
    {
      CENTER_STAFF: 'AUTHOR',
      // Staff of one center who now head another are still the authors of their visits.
      CENTER_HEAD: 'CENTER_OR_AUTHOR',
      COMMUNITY_SECRETARY: 'COMMUNITY',
      AUDITOR: 'ALL',
    },
  ),
  ENFORCEMENT: group(
    { zh: '联合执法', en: 'joint enforcement' },
    {
      zh: '执法委托、联合执法队及队员、执法行动；职能部门只见本部门的委托、依其委托的行动、本部门的队员和所在的队',
      en: 'mandates, teams with members, and actions; departments see their own mandates, the actions within them, their own people and the teams of these',
    },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS, DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
  ENFORCEMENT_OBJECTS: group(
    { zh: '执法对象', en: 'persons and businesses that enforcement was about' },
    {
      zh: '执法行动的对象；中心中只有综治维稳中心查阅，职能部门只见依其委托的行动的',
      en: 'persons and businesses that enforcement actions were about; of the centers only 综治维稳中心 reads them, departments those of actions within their mandates',
    },
    {
      STREET_LEADER: 'STREET',
      CENTER_HEAD: 'CENTER_OR_AUTHOR',
      CENTER_STAFF: 'AUTHOR',
      DEPARTMENT_OFFICER: 'DEPARTMENT',
      AUDITOR: 'ALL',
    },
  ),
  EVALUATION: group(
    { zh: '考核评价', en: 'evaluation' },
    {
      zh: '街道对职能部门的报告、单位与部门的对应；职能部门只见本部门的',
      en: 'reports of the street on departments, and links of units to departments; departments see their own',
    },
    { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS, DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
  PERSONNEL: group(
    { zh: '人事', en: 'personnel' },
    {
      zh: '成员工作表现报告、人事建议及证据；只有街道、所任单位和区委组织部查阅，送达之前只有街道',
      en: 'reports on how members worked, personnel suggestions with evidence; read by the street, the unit and the organization department only, and before sending by the street only',
    },
    { STREET_LEADER: 'STREET', COMMITTEE_CLERK: 'STREET', DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
  APPRAISAL: {
    ...group(
      { zh: '考核评议结果', en: 'results of appraisals' },
      {
        zh: '区里登记的考核评议结果',
        en: 'results of appraisals and democratic reviews, recorded by the district',
      },
      { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS, DEPARTMENT_OFFICER: 'ALL' },
    ),
    ofDistrict: true,
  },
  AUDIT: {
    ...group({ zh: '审计', en: 'audit' }, { zh: '审计链', en: 'the audit trail' }, { AUDITOR: 'ALL' }),
    openPart: {
      field: 'auditHead',
      zh: '审计链的末端，即最后一条的序号和哈希；它不透露链上的内容，而记下它的人越多，截断或改写就越容易被发现',
      en: 'end of the audit chain: number and hash of its last entry; they reveal no content, and the more parties note them, the easier truncation or rewriting is detected',
    },
  },
  FUNDS: {
    ...group(
      { zh: '街道资金', en: 'funds of a street' },
      {
        zh: '街道确认的转拨、支出、对收回的答复',
        en: 'transfers that the street has answered, expenditures, answers to recalls',
      },
      {
        FINANCE_OFFICER: 'STREET',
        STREET_LEADER: 'STREET',
        DISTRICT_OFFICE: 'ALL',
        DISTRICT_GOVERNMENT: 'ALL',
        DISTRICT_PARTY_COMMITTEE: 'ALL',
        ...OBSERVERS,
      },
    ),
    openPart: BOOK_STATES,
  },
  BUDGETS: {
    ...group(
      { zh: '预算和转拨', en: 'budgets and transfers' },
      {
        zh: '区级预算、转拨、收回；街道只见拨给本街道的',
        en: 'budgets, transfers and recalls of the district; streets see transfers to them',
      },
      {
        DISTRICT_OFFICE: 'ALL',
        DISTRICT_GOVERNMENT: 'ALL',
        DISTRICT_PARTY_COMMITTEE: 'ALL',
        FINANCE_OFFICER: 'STREET_ROWS',
        STREET_LEADER: 'STREET_ROWS',
        ...OBSERVERS,
      },
    ),
    ofDistrict: true,
    openPart: BOOK_STATES,
  },
  CADENCE: group(
    { zh: '周期检查', en: 'periodic check' },
    { zh: '周期检查的结果', en: 'findings of the periodic checks' },
    {
      STREET_LEADER: 'STREET',
      COMMITTEE_CLERK: 'STREET',
      DISPATCHER: 'STREET',
      CENTER_HEAD: 'STREET',
      DISTRICT_OFFICE: 'ALL',
      ...OBSERVERS,
    },
  ),
} as const satisfies Readonly<Record<string, FieldGroupEntry>>;

export type FieldGroup = keyof typeof FIELD_GROUPS;

/** The cell of a role: what is not written down is not readable. */
export function readCell(group: FieldGroup, role: Role): ReadScope {
  const { open, readers }: FieldGroupEntry = FIELD_GROUPS[group];
  return open ? 'ALL' : (readers[role] ?? 'NONE');
}
