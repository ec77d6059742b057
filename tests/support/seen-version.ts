import type { Actor } from '@mtg/access';
import { inputTypesOf } from './input-types';
import type { TestSubgraph } from './test-subgraph';

type Input = Readonly<Record<string, unknown>>;

/** The fields that read the row which a command changes, by the field of its input that names it. */
const READ_BY: Readonly<Record<string, string>> = {
  assignmentId: 'communityAssignment',
  delegationId: 'delegation',
  majorMatterId: 'majorMatter',
  meetingId: 'meeting',
  memberId: 'bodyMember',
  minutesId: 'minutes',
  supervisionId: 'supervision',
  weeklyItemId: 'weeklyItem',
  workOrderId: 'workOrder',
  approvalId: 'approval',
};

const READER: Actor = { subject: 'version-reader', role: 'AUDITOR' };

/**
 * A command's input with the version that the row has now, as of somebody who has just looked at it; unless the test says
 * which version was seen. Of what is not there no version is known, and any will do.
 */
export async function withSeenVersion(
  subgraph: Pick<TestSubgraph, 'ask'>,
  namespace: string,
  inputType: string,
  input: Input,
): Promise<Input> {
  const fields = inputTypesOf(namespace).get(inputType)?.fields ?? [];
  const isAsked = fields.some(({ name }) => name.value === 'expectedVersion');
  if (!isAsked || 'expectedVersion' in input) return input;
  const by = Object.keys(READ_BY).find((name) => fields.some((field) => field.name.value === name));
  if (by === undefined) throw new Error(`${inputType} names no row whose version is known`);
  const { data } = await subgraph.ask(
    `query ($id: UUID!) { ${namespace} { row: ${READ_BY[by]}(id: $id) { version } } }`,
    { id: input[by] },
    { as: READER },
  );
  const root = data as
    Record<string, { readonly row: { readonly version: number } | null } | null> | undefined;
  return { ...input, expectedVersion: root?.[namespace]?.row?.version ?? 1 };
}
