import { shownCode } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../../foundation/street-commands';
import { findBody } from './bodies';
import type { Body } from './body';

/** @throws PublicError NOT_FOUND */
export async function requireBody({ manager, context }: StreetTransaction, code: string): Promise<Body> {
  const body = await findBody(manager, context.profile.identity, code);
  if (body) return body;
  throw refuse.notFound('bodyCode', {
    zh: `本街道没有代码为“${shownCode(code)}”的议事协调机构。请使用 bodies 中的代码`,
    en: `This street has no body “${shownCode(code)}”. Use a code from \`bodies\``,
  });
}
