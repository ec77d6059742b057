import { RequestRefused } from './request-refused';

/**
 * The search part of a request's address, e.g. `?query=…`. URLSearchParams replaces what it cannot decode, so that it is
 * looked at first. Node refuses an address whose bytes above ASCII are not encoded.
 *
 * @throws RequestRefused when it is not UTF-8, percent-encoded
 */
export function searchOf(url: string): string {
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start);
  if (isDecodable(search)) return search;
  throw new RequestRefused(
    400,
    '地址中的参数须为 UTF-8 的百分号编码，如 %E5%A4%A7（“大”） · The URL parameters must be percent-encoded UTF-8, e.g. %E5%A4%A7 for 大',
  );
}

function isDecodable(search: string): boolean {
  try {
    decodeURIComponent(search);
    return true;
  } catch {
    return false;
  }
}
