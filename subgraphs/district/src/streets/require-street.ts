import { shownCode } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { STREET_STUBS } from './street';

const STREET_CODES: ReadonlySet<string> = new Set(STREET_STUBS.map(({ listing }) => listing.code));

/** @throws PublicError NOT_FOUND naming the field, for the code of no street */
export function requireStreet(code: string, path: string): void {
  if (STREET_CODES.has(code)) return;
  throw refuse.notFound(path, {
    zh: `没有代码为“${shownCode(code)}”的街道。请使用 streets 中的代码`,
    en: `There is no street “${shownCode(code)}”. Use a code from \`streets\``,
  });
}
