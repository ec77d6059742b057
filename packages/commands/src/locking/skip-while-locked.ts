import type { PeriodicTask } from '@mtg/subgraph-kit';
import { isOverloaded } from './command-lock';

/**
 * Makes a task skip a round while another process holds the command lock for long, as a load of sample data does. Nothing
 * has failed then: it is logged as a warning, and the next round does the work.
 */
export const skipWhileLocked = (task: PeriodicTask): PeriodicTask => ({
  ...task,
  run: async (context) => {
    try {
      return await task.run(context);
    } catch (error) {
      if (!isOverloaded(error)) throw error;
      context.logger.warn(
        { task: task.name },
        '正有另一项写入，留待下一轮 · another write is in progress. Skipped until the next round',
      );
      return undefined;
    }
  },
});
