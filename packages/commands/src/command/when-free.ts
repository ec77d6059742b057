import type { PeriodicTask } from '@mtg/subgraph-kit';
import { isOutOfTurn } from './in-turn';

/**
 * A task that leaves it to its next round when somebody else writes for long, as a load of sample data does. That is
 * nothing that went wrong: it is said in a line, and not as a failure.
 */
export const whenFree = (task: PeriodicTask): PeriodicTask => ({
  ...task,
  run: async (context) => {
    try {
      return await task.run(context);
    } catch (error) {
      if (!isOutOfTurn(error)) throw error;
      context.logger.warn(
        { task: task.name },
        '正有另一项写入，留待下一轮 · another write is under way; left to the next round',
      );
      return undefined;
    }
  },
});
