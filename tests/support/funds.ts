import { reconcileTask } from '@mtg/commands';
import type { Clock } from '@mtg/governance';
import { definition as dayuDefinition } from '../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { districtBook } from '../../subgraphs/district/src/funds/district-book';
import { streetBook } from '../../packages/street/src/funds/street-book';
import { peopleOf } from './actors';
import { give, written, type CommandAnswer, type Selected } from './commands';
import { startTestSubgraph, type TestSubgraph } from './test-subgraph';

const { government, office, finance, dispatcher } = peopleOf('DAYU');

/** A district and a street that keep books of funds. */
export interface FundsStage {
  readonly district: TestSubgraph;
  readonly dayu: TestSubgraph;
  /** Gives a command of the district or of the street, as the role whose it is. */
  readonly give: (command: string, input: object, key?: string) => Promise<CommandAnswer>;
  /** The same for a command that must succeed. @returns the row of this name */
  readonly must: (command: string, input: object, row: string) => Promise<Selected>;
  /** One round of both sides' reconciliation. @returns what they logged */
  readonly reconcile: (urls?: Partial<Record<'DAYU' | 'DISTRICT', string>>) => Promise<readonly string[]>;
  /** Ids of a project of the street. */
  readonly projectId: string;
  readonly close: () => Promise<void>;
}

const OF_DISTRICT: ReadonlySet<string> = new Set([
  'recordBudget',
  'reverseBudgetLine',
  'offerTransfer',
  'requestRecall',
]);

const SELECTION: Readonly<Record<string, string>> = {
  recordBudget: 'budget { id } lines { id }',
  reverseBudgetLine: 'budgetLine { id amount }',
  offerTransfer: 'fundTransfer { id amount state }',
  requestRecall: 'fundRecall { id amount state }',
  acknowledgeTransfer: 'fundReceipt { id amount outcome spent givenBack left }',
  declineTransfer: 'fundReceipt { id amount outcome spent givenBack left }',
  agreeToRecall: 'fundRecallAnswer { id amount outcome }',
  refuseRecall: 'fundRecallAnswer { id amount outcome }',
  recordExpenditure: 'expenditure { id amount }',
  reverseExpenditure: 'expenditure { id amount }',
};

export async function fundsStage(clock?: Clock): Promise<FundsStage> {
  const at = clock ? { clock } : {};
  const district = await startTestSubgraph(districtDefinition, at);
  const dayu = await startTestSubgraph(dayuDefinition, { ...at, districtUrl: `${district.address}/graphql` });
  const giveOne: FundsStage['give'] = (command, input, key) => {
    const isOfDistrict = OF_DISTRICT.has(command);
    const as = isOfDistrict ? (command.includes('udget') ? government : office) : finance;
    return give(
      isOfDistrict ? district : dayu,
      isOfDistrict ? 'district' : 'dayu',
      command,
      { ...input },
      SELECTION[command] ?? '__typename',
      { as, ...(key !== undefined && { key }) },
    );
  };
  const charter = {
    title: '社区建设',
    goals: '建设',
    departmentCodes: ['JUSTICE'],
    communityCodes: ['110109001001'],
    deadline: '2090-12-31',
  };
  const { payload } = await give(dayu, 'dayu', 'charterProject', charter, 'project { id }', {
    as: dispatcher,
  });
  return {
    district,
    dayu,
    give: giveOne,
    must: async (command, input, row) => {
      const { payload: answer, errors } = await giveOne(command, input);
      if (errors.length > 0) throw new Error(`${command}: ${JSON.stringify(errors)}`);
      return written(answer, row);
    },
    reconcile: async (urls = { DAYU: dayu.address, DISTRICT: district.address }) => {
      const said: string[] = [];
      const logger = { error: (_: object, text: string) => said.push(text) };
      const sides = [
        { other: 'DAYU', owner: 'DISTRICT', book: districtBook, database: district.runtime },
        { other: 'DISTRICT', owner: 'DAYU', book: streetBook, database: dayu.runtime },
      ] as const;
      for (const { other, owner, book, database } of sides) {
        const url = urls[other];
        if (url === undefined) continue;
        const context = { database, owner, clock: clock ?? { now: () => new Date() }, logger };
        // oxlint-disable-next-line no-await-in-loop -- the district takes answers over first
        await reconcileTask(new Map([[other, `${url}/graphql`]]), 60, book).run(context as never);
      }
      return said;
    },
    projectId: String(written(payload, 'project')['id']),
    close: async () => {
      await dayu.close();
      await district.close();
    },
  };
}
