import { reachDirectly, shieldFromStarter } from './starter-environment';

// oxlint-disable-next-line node/no-process-env
const ENVIRONMENT = process.env;

/**
 * Names of the variables of this process that count for nothing here. They are taken out when this module is loaded, before
 * a library reads them and before a child inherits them.
 */
const IGNORED_VARIABLES: readonly string[] = shieldFromStarter(ENVIRONMENT);

/** Sentence about the variables that were ignored; undefined where there were none. */
export const ignoredText = (names: readonly string[] = IGNORED_VARIABLES): string | undefined =>
  names.length === 0
    ? undefined
    : `已忽略环境变量 ${names.join('、')}：连接数据库所需的设置请全部写在其地址中（如 ?sslmode=verify-full） · ` +
      `ignoring ${names.join(', ')} of the environment: put everything that a database connection needs into its URL (e.g. ?sslmode=verify-full)`;

/** Has this process ask its neighbours at these addresses without a proxy, as the gateway asks them. */
export const askDirectly = (urls: readonly string[]): void =>
  reachDirectly(
    urls.map((url) => new URL(url).hostname),
    ENVIRONMENT,
  );
