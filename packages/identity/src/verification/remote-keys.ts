import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const TIMEOUT_MS = 3000;
/** A token with an unknown key may make us ask again this often, no matter how many come. */
const COOLDOWN_MS = 30_000;
/** Keys older than this are asked for again while the old ones serve on: an issuer that restarts is not noticed. */
const REFRESH_AFTER_MS = 10 * 60_000;
/** Keys older than this are trusted no more: one that was withdrawn must stop counting some time. */
const TRUSTED_FOR_MS = 60 * 60_000;
/** After a failure, requests fail at once until this time has passed. */
const FAILURE_PAUSE_MS = 2000;

/** Keys that tokens are verified by. */
export interface VerificationKeys {
  /** Finds the key that a token names. */
  readonly find: JWTVerifyGetKey;
  /** Grows whenever the keys are others than before: what was verified earlier must be verified again. */
  readonly generation: () => number;
}

/**
 * The public keys at an address, which is looked up when a first token needs it.
 *
 * @param onFailure told once of each attempt that failed
 */
export function remoteKeys(
  locate: () => Promise<string>,
  onFailure: (error: unknown) => void,
): VerificationKeys {
  const once = notWhileFailing(onFailure);
  let generation = 0;
  let last: string | undefined;
  const fetchAndCompare = async (url: string, options: RequestInit): Promise<Response> => {
    const response = await fetchKeys(url, options);
    const text = await response.clone().text();
    if (text !== last) generation += 1;
    last = text;
    return response;
  };
  const connect = async () =>
    createRemoteJWKSet(new URL(await once(locate)), {
      timeoutDuration: TIMEOUT_MS,
      cooldownDuration: COOLDOWN_MS,
      cacheMaxAge: TRUSTED_FOR_MS,
      [customFetch]: async (url, options) => once(async () => fetchAndCompare(url, options)),
    });
  let connecting: ReturnType<typeof connect> | undefined;
  let refreshAt = Date.now() + REFRESH_AFTER_MS;
  const find: JWTVerifyGetKey = async (header, token) => {
    connecting ??= connect().catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    const keys = await connecting;
    if (Date.now() > refreshAt) {
      refreshAt = Date.now() + REFRESH_AFTER_MS;
      // It has been told to onFailure; the keys at hand serve until they are too old.
      keys.reload().catch(() => undefined);
    }
    return keys(header, token);
  };
  return { find, generation: () => generation };
}

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * Fetches the keys at an address. Read here to the end, so that an answer that holds no keys is a failed attempt too.
 *
 * @throws Error for anything but a set of keys
 */
export async function fetchKeys(url: string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options);
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  return Response.json(KeySet.parse(await response.json()));
}

function notWhileFailing(onFailure: (error: unknown) => void): <T>(attempt: () => Promise<T>) => Promise<T> {
  let last: { readonly error: unknown; readonly at: number } | undefined;
  return async (attempt) => {
    if (last && Date.now() < last.at + FAILURE_PAUSE_MS) throw last.error;
    try {
      return await attempt();
    } catch (error) {
      last = { error, at: Date.now() };
      onFailure(error);
      throw error;
    }
  };
}
