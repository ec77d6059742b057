import { systemClock } from '@mtg/governance';
import { createLogger } from '@mtg/service-kit';
import { recordAnonymousTask } from '../../packages/commands/src/audit/anonymous';
import type { TestSubgraph } from './test-subgraph';

const logger = createLogger('test', 'silent');

/** Puts on record now what was tried without a token; the subgraph itself does so by the ten seconds. */
export const recordAnonymous = ({ runtime }: TestSubgraph, owner: string): Promise<unknown> =>
  recordAnonymousTask.run({ database: runtime, clock: systemClock, owner, logger });
