import { BOOK_STATES, group, type FieldGroupEntry } from './field-group';
import { ALL_OFFICES, DISTRICT_ROLES, OBSERVERS, OFFICES } from './readers';

/** Fields that the district owns, one for all streets. */
export const DISTRICT_GROUPS = {
  APPROVALS: {
    ...group(
      { zh: '批准文件', en: 'approvals' },
      {
        zh: '区政府、区委的批准文件，街道据此核实',
        en: 'approvals by the district government and the District Party Committee, used by streets to verify requests',
      },
      ALL_OFFICES,
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
      ALL_OFFICES,
    ),
    ofDistrict: true,
  },
  APPRAISAL: {
    ...group(
      { zh: '考核评议结果', en: 'results of appraisals' },
      {
        zh: '区里登记的考核评议结果',
        en: 'results of appraisals and democratic reviews, recorded by the district',
      },
      { ...OFFICES, DEPARTMENT_OFFICER: 'ALL' },
    ),
    ofDistrict: true,
  },
  BUDGETS: {
    ...group(
      { zh: '预算和转拨', en: 'budgets and transfers' },
      {
        zh: '区级预算、转拨、收回；街道只见拨给本街道的',
        en: 'budgets, transfers and recalls of the district; streets see transfers to them',
      },
      {
        ...DISTRICT_ROLES,
        FINANCE_OFFICER: 'STREET_ROWS',
        STREET_LEADER: 'STREET_ROWS',
        ...OBSERVERS,
      },
    ),
    ofDistrict: true,
    openPart: BOOK_STATES,
  },
} as const satisfies Readonly<Record<string, FieldGroupEntry>>;
