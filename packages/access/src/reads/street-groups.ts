import { BOOK_STATES, group, type FieldGroupEntry } from './field-group';
import {
  ALL_OFFICES,
  COMMUNITIES,
  DISTRICT_ROLES,
  EACH_THEIR_OWN,
  HEARD_ON_VISITS,
  OBSERVERS,
  OFFICES,
  OFFICES_AND_DEPARTMENTS,
} from './readers';

/** Fields of a street. */
export const STREET_GROUPS = {
  DELIBERATION: group(
    { zh: '议事', en: 'deliberation' },
    {
      zh: '会议、纪要、重大事项、意见、工作要点',
      en: 'meetings, minutes, major matters, opinions, key points',
    },
    OFFICES,
  ),
  DECISIONS: group(
    { zh: '街道工委决策', en: 'decisions of the Street Party Working Committee' },
    {
      zh: '街道工委的决策；职能部门只见对本部门委托事项的',
      en: 'decisions of the Street Party Working Committee; departments see those on their own delegations',
    },
    OFFICES_AND_DEPARTMENTS,
  ),
  MEMBERSHIP: {
    ...group(
      { zh: '机构成员', en: 'members of bodies' },
      {
        zh: '议事机构的提名、成员和任命步骤；社区党组织见本社区大党委的，组织部门见由其审核的大工委、地管会的，其他部门均不见',
        en: 'nominations, members and steps of appointments; a community’s party organization sees its own body, the organization department the two bodies that it reviews, other departments none',
      },
      { ...OFFICES_AND_DEPARTMENTS, COMMUNITY_SECRETARY: 'COMMUNITY' },
    ),
    departments: ['ORGANIZATION_DEPARTMENT'],
  },
  DELEGATION: group(
    { zh: '委托事项', en: 'delegations' },
    { zh: '委托事项及其意见、部署', en: 'delegations with opinions and deployment' },
    OFFICES_AND_DEPARTMENTS,
  ),
  DISPATCH: group(
    { zh: '派单', en: 'dispatch' },
    {
      zh: '项目书、派单、督办、佐证、反馈；职能部门只见落实本部门委托的派单',
      en: 'projects, orders, supervisions, evidence, feedback; departments see the orders of their own delegations',
    },
    // Expenditures are for projects, orders and service projects.
    { ...OFFICES_AND_DEPARTMENTS, FINANCE_OFFICER: 'STREET' },
  ),
  ATTACHMENTS: {
    ...group(
      { zh: '附件', en: 'attachments' },
      {
        zh: '附件的名称、大小、扫描结果和文件本身；只限可查阅所附记录者，范围同所附记录。已撤回的只有上传人可见，文件只由审计员查阅，留痕',
        en: 'names, sizes, scan results and content of attached files; only for readers of the record that a file is attached to, and as far as they read it. A withdrawn one is seen by its uploader only, and its content read by the auditor only, on record',
      },
      { ...ALL_OFFICES, FINANCE_OFFICER: 'STREET' },
    ),
    recorded: ['AUDITOR'],
  },
  SERVICES: group(
    { zh: '社会组织与购买服务', en: 'services of social organizations' },
    {
      zh: '培育的草根社会组织、共同活动、购买服务需求和项目',
      en: 'fostered organizations, joint activities, proposals of needs, service projects',
    },
    { ...COMMUNITIES, ...DISTRICT_ROLES, FINANCE_OFFICER: 'STREET' },
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
    OFFICES,
  ),
  CONSULTATION: group(
    { zh: '会商与联动', en: 'consultations' },
    {
      zh: '中心与职能部门的联动、月会商、联动机制；职能部门只见本部门的',
      en: 'links of centers with departments, consultations, joint actions; departments see their own',
    },
    OFFICES_AND_DEPARTMENTS,
  ),
  VISITS: group(
    { zh: '进社区', en: 'visits' },
    {
      zh: '走访计划和走访的日期、形式、社区、中心、人员',
      en: 'visit plans, and day, form, community, center and staff of visits',
    },
    COMMUNITIES,
  ),
  VISIT_RECORDS: group(
    { zh: '走访记录', en: 'visit records' },
    { zh: '走访记录正文', en: 'texts of visit records' },
    HEARD_ON_VISITS,
  ),
  SENTIMENT: {
    ...group(
      { zh: '民情日志', en: 'sentiment logs' },
      { zh: '民情日志，供街道据以办理', en: 'sentiment logs, so that the street can act on them' },
      { ...HEARD_ON_VISITS, STREET_LEADER: 'STREET', DISPATCHER: 'STREET' },
    ),
    recorded: ['STREET_LEADER', 'DISPATCHER'],
  },
  SENTIMENT_THEMES: group(
    { zh: '民情主题统计', en: 'themes of sentiment logs' },
    {
      zh: '民情日志按月份、主题的数量，不含人员和内容',
      en: 'number of sentiment logs by month and theme, without persons and texts',
    },
    OFFICES,
  ),
  ENFORCEMENT: group(
    { zh: '联合执法', en: 'joint enforcement' },
    {
      zh: '执法委托、联合执法队及队员、执法行动；职能部门只见本部门的委托、依其委托的行动、本部门的队员和所在的队',
      en: 'mandates, teams with members, and actions; departments see their own mandates, the actions within them, their own people and the teams of these',
    },
    OFFICES_AND_DEPARTMENTS,
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
    OFFICES_AND_DEPARTMENTS,
  ),
  DEPUTY_REPORTS: {
    ...group(
      { zh: '两代表一委员', en: 'deputies and committee members' },
      {
        zh: '“两代表一委员”的活动和报告；职能部门中只有区委组织部查阅，报告送给它',
        en: 'activities of deputies and committee members, and the reports on them; of the departments only the organization department reads them, which the reports go to',
      },
      { ...OFFICES, DEPARTMENT_OFFICER: 'ALL' },
    ),
    departments: ['ORGANIZATION_DEPARTMENT'],
  },
  PERSONNEL: group(
    { zh: '人事', en: 'personnel' },
    {
      zh: '成员工作表现报告，成员所属职能部门一并查阅；人事建议及证据、签名、送达和答复，签送之前只有街道查阅，送达之后单位所属职能部门和区委组织部一并查阅；街道一方为街道领导和街道工委办事人员',
      en: 'reports on how members worked, read by the department of the member as well; personnel suggestions with evidence, signatory, dispatch and answer, read by the street only until they are sent, and then by the department of the unit and the organization department as well. In the street, leaders and the clerk of the committee read them',
    },
    { STREET_LEADER: 'STREET', COMMITTEE_CLERK: 'STREET', DEPARTMENT_OFFICER: 'DEPARTMENT' },
  ),
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
        ...DISTRICT_ROLES,
        ...OBSERVERS,
      },
    ),
    openPart: BOOK_STATES,
  },
  PEOPLE: group(
    { zh: '人员与任职', en: 'people and posts' },
    {
      zh: '人员名册、任职、代理、休假；由街道中安排和考核工作的人查阅，不提供给区和分析',
      en: 'the register of people, posts, acting and leaves; read in the street by those who plan and judge its work, by neither the district nor analysts',
    },
    {
      STREET_LEADER: 'STREET',
      COMMITTEE_CLERK: 'STREET',
      DISPATCHER: 'STREET',
      CENTER_HEAD: 'STREET',
      AUDITOR: 'ALL',
    },
  ),
  MESSAGES: group(
    { zh: '已读的提醒', en: 'messages that were read' },
    { zh: '本人已读的提醒', en: 'which messages the reader has read' },
    EACH_THEIR_OWN,
  ),
  CADENCE: group(
    { zh: '周期检查', en: 'periodic check' },
    {
      zh: '考核事项、周期检查的结果及其说明',
      en: 'duties and judgements, findings of the periodic checks and the answers to them',
    },
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
