import { resolveDataDir, readRunningParts } from '@mtg/platform';
import { databaseVariables, readVariables } from '@mtg/subgraph-kit';

/** How to reach a database. */
export interface DatabaseAddress {
  readonly url: string;
  /** Preferred to the one in the URL. */
  readonly password?: string | undefined;
}

/**
 * The database of a subgraph: `DATABASE_URL` (and `DATABASE_PASSWORD`, or the files that `…_FILE` names) where it is
 * set, as for the subgraph itself; or else the one of the platform that runs on the data directory. The one place
 * where this program reads its environment.
 *
 * @throws Error saying how to name the database
 */
export function databaseOf(name: string, dataDirectory: string | undefined): DatabaseAddress {
  // oxlint-disable-next-line node/no-process-env
  const environment = process.env;
  if (environment['DATABASE_URL'] || environment['DATABASE_URL_FILE']) {
    const given = readVariables(databaseVariables, environment);
    return { url: given.DATABASE_URL, password: given.DATABASE_PASSWORD };
  }
  const url = readRunningParts(resolveDataDir(dataDirectory).path)?.find(
    (part) => part.name === name,
  )?.databaseUrl;
  if (url !== undefined) return { url };
  throw new Error(
    `找不到“${name}”的数据库：请先运行 npm start，或设置 DATABASE_URL=postgres://… · ` +
      `No database of "${name}" found: run npm start first, or set DATABASE_URL=postgres://…`,
  );
}
