import type { DataSource, EntityManager } from 'typeorm';

/** Runs an import in one transaction: all of it is written, or nothing. A dry run does everything and rolls back. */
export async function inImportTransaction<T>(
  dataSource: DataSource,
  dryRun: boolean,
  body: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    const result = await body(runner.manager);
    if (dryRun) await runner.rollbackTransaction();
    else await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}
