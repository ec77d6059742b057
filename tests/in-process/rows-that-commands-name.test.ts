import { cellOf, policyRows, readCell, ROLES, type FieldGroup } from '@mtg/access';
import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { ROWS } from '../support/owned-rows';
import { OF_STREET } from '../support/policy-walk';

/** Rows that an input names by another word than their type. */
const OTHER_WORDS: Readonly<Record<string, keyof typeof ROWS>> = {
  member: 'BodyMember',
  parent: 'WorkOrder',
  assignment: 'CommunityAssignment',
  mandate: 'EnforcementMandate',
  team: 'EnforcementTeam',
  teamMember: 'EnforcementTeamMember',
  action: 'EnforcementAction',
  retreatMeeting: 'Meeting',
  carriedFrom: 'PlanItem',
  conclusion: 'ConsultationConclusion',
  visit: 'CommunityVisit',
  entry: 'DepartmentReportEntry',
  suggestion: 'PersonnelSuggestion',
  decision: 'CommitteeDecision',
  fromPerson: 'Person',
  toPerson: 'Person',
  responsiblePerson: 'Person',
  message: 'MessageReading',
  'recordEnforcementAction member': 'EnforcementTeamMember',
  'attachFile upload': 'Attachment',
  'attachFile:MEETING id': 'Meeting',
  'attachFile:MINUTES id': 'Minutes',
  'attachFile:DELEGATION id': 'Delegation',
  'attachFile:WORK_ORDER id': 'WorkOrder',
  'attachFile:LEDGER_ENTRY id': 'LedgerEntry',
  'attachFile:SUPPORT_ISSUE id': 'SupportIssue',
  'attachFile:EXPENDITURE id': 'Expenditure',
  'attachFile:VISIT_RECORD id': 'VisitRecord',
  'attachFile:SENTIMENT_LOG id': 'SentimentLog',
  'attachFile:ENFORCEMENT_OBJECT id': 'EnforcementObject',
};
/** Rows of the district. */
const OF_DISTRICT: Readonly<Record<string, FieldGroup>> = {
  approval: 'APPROVALS',
  transfer: 'BUDGETS',
  recall: 'BUDGETS',
  organization: 'PROCUREMENT',
  need: 'PROCUREMENT',
  appraisalResult: 'APPRAISAL',
};

/** Words for rows in an input: names of its ids, at whatever depth. */
function wordsIn(type: GraphQLInputObjectType): readonly string[] {
  return Object.values(type.getFields()).flatMap(({ name, type: given }) => {
    const named = getNamedType(given);
    if (isInputObjectType(named)) return wordsIn(named);
    return named.name === 'UUID' ? [name.replace(/Ids?$/u, '')] : [];
  });
}

function groupOf(key: string, command: string, word: string): FieldGroup {
  const ofDistrict = OF_DISTRICT[word];
  if (ofDistrict) return ofDistrict;
  const row =
    ROWS[
      OTHER_WORDS[`${key} ${word}`] ??
        OTHER_WORDS[`${command} ${word}`] ??
        OTHER_WORDS[word] ??
        `${word.charAt(0).toUpperCase()}${word.slice(1)}`
    ];
  if (!row) throw new Error(`which row an input means by ${word} is not stated`);
  return row.group;
}

const named = policyRows().flatMap(({ key, command, cells }) => {
  const type = OF_STREET.get(command);
  return type ? [...new Set(wordsIn(type))].map((word) => ({ key, command, word, cells })) : [];
});

test.each(named)('who may $key can read what it names as $word', ({ key, command, word, cells }) => {
  const group = groupOf(key, command, word);
  const able = ROLES.filter((role) => cellOf(cells, role).kind === 'ALLOW');
  expect(able).not.toEqual([]);
  expect(able.filter((role) => readCell(group, role) === 'NONE')).toEqual([]);
});
