import { column, defineTable, type RowOf } from '@mtg/commands';
import { labelsOf, personnelSuggestionMachine, PersonnelSuggestionState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { BodyMember } from '../deliberation/bodies/body-member';
import { isOrganizationDepartment } from '../organization/organization-department';
import { departmentCode } from '../organization/reference-columns';

registerVocabulary(
  PersonnelSuggestionState,
  'PersonnelSuggestionState',
  { zh: '人事建议状态', en: 'State of a personnel suggestion (R15)' },
  labelsOf(personnelSuggestionMachine),
);

/**
 * A suggestion on a member who does not conscientiously do the duty (R15). The street reads it, and once it is sent the
 * member's unit and 区委组织部.
 */
export const PersonnelSuggestion = defineTable('PersonnelSuggestion', {
  zh: '人事建议',
  en: 'Personnel suggestion on a member of a body (R15)',
  list: 'Personnel suggestions on members of the bodies',
  input: 'suggestionId',
  read: {
    group: 'PERSONNEL',
    scopes: {
      DEPARTMENT: (row, value) =>
        `(${row}.state IN ('SENT', 'ANSWERED') AND (${isOrganizationDepartment(value)} OR ${row}.department_code = ${value}))`,
    },
  },
  writes: 'WORK',
  columns: {
    state: column.choice(PersonnelSuggestionState, '状态', 'State'),
    memberId: column.ref(() => BodyMember, { name: 'member', inverse: 'personnelSuggestions' }),
    departmentCode: column.optional(
      departmentCode(
        '所任单位所属职能部门代码',
        'Code of the department of the member’s unit. Null if none is linked',
        {
          zh: '所任单位所属职能部门',
          en: 'Department of the member’s unit. Null if none is linked, and while the district’s subgraph is unavailable',
        },
      ),
    ),
    text: column.personal(column.text('建议', 'Suggestion')),
    signatory: column.optional(
      column.personal(column.mark('签发人姓名', 'Name of the signatory. Null until signed')),
    ),
    signedAt: column.optional(column.instant('签发时间', 'Time of signing. Null until then')),
    handedOver: column.optional(
      column.personal(
        column.line(
          '如何送达所任单位，单位没有所属职能部门的才有',
          'How the unit was given it. Null where the unit belongs to a department, whose officers read it here',
        ),
      ),
    ),
    sentAt: column.optional(
      column.instant('送达时间', 'Time at which it was sent to the unit and 区委组织部. Null until then'),
    ),
    answer: column.optional(column.personal(column.text('答复', 'Answer. Null until then'))),
    answeredAt: column.optional(column.instant('答复时间', 'Time of the answer. Null until then')),
  },
});

export type PersonnelSuggestion = RowOf<typeof PersonnelSuggestion>;
