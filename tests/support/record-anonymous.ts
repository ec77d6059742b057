import { systemClock } from '@mtg/governance';
import { createLogger } from '@mtg/service-kit';
import { recordRefusalsTask } from '../../packages/commands/src/audit/record-refusals-task';
import type { TestSubgraph } from './test-subgraph';

const logger = createLogger('test', 'silent');

/** Puts on record now what was refused without a turn, as what is tried without a token; the subgraph itself does so by the ten seconds. */
export const recordAnonymous = ({ runtime }: TestSubgraph, owner: string): Promise<unknown> =>
  recordRefusalsTask.run({ database: runtime, clock: systemClock, owner, logger });
