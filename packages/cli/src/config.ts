import { resolveDataDir, readRunningParts } from '@mtg/platform';

/**
 * The database of a subgraph: `DATABASE_URL` where it is set, or else the one of the platform that runs on the data
 * directory. The one place where this program reads its environment.
 *
 * @throws Error saying how to name the database
 */
export function databaseUrlOf(name: string, dataDirectory: string | undefined): string {
  // oxlint-disable-next-line node/no-process-env
  const given = process.env['DATABASE_URL'];
  if (given) return given;
  const url = readRunningParts(resolveDataDir(dataDirectory).path)?.find((part) => part.name === name)?.databaseUrl;
  if (url !== undefined) return url;
  throw new Error(
    `找不到“${name}”的数据库：请先运行 npm start，或设置 DATABASE_URL=postgres://… · ` +
      `No database of "${name}" found: run npm start first, or set DATABASE_URL=postgres://…`,
  );
}
