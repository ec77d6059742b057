import { ConfigurationError } from '@mtg/service-kit';

/** The role that serves, as the configuration names it. */
export interface RuntimeLogin {
  readonly role: string;
  /** Undefined where the server asks for none. */
  readonly password: string | undefined;
}

/**
 * The serving role, by the URL of the database and the password that takes the place of the URL's.
 *
 * @throws ConfigurationError when the URL names no user
 */
export function runtimeLogin(url: string, password: string | undefined): RuntimeLogin {
  const { username, password: inUrl } = new URL(url);
  if (username === '') {
    throw new ConfigurationError([
      'DATABASE_URL: 地址中没有用户名；请写明提供服务的数据库角色 · the URL has no user name. Add the serving role, e.g. postgres://dayu_runtime@127.0.0.1:5432/dayu',
    ]);
  }
  const given = password ?? (inUrl === '' ? undefined : decodeURIComponent(inUrl));
  return { role: decodeURIComponent(username), password: given };
}
