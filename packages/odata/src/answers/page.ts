import type { Raw } from './raw';

/** A page of an answer, as it is written. */
export interface Page {
  /** JSON before the rows, up to the opening bracket. */
  readonly head: string;
  readonly row: (row: Raw) => string;
  readonly size: number;
  /** JSON after the closing bracket, with the brace. @param last the last row; undefined without any */
  readonly tail: (last: Raw | undefined, hasMore: boolean) => string;
  /** Told of each row that is written. */
  readonly seen?: (row: Raw) => void;
}

/** Writes rows as they come. Of the rows one more than the page has says that there is a next page. */
export async function* writePage(rows: AsyncIterable<readonly Raw[]>, page: Page): AsyncGenerator<string> {
  let text = page.head;
  let count = 0;
  let last: Raw | undefined;
  let hasMore = false;
  for await (const portion of rows) {
    const kept = portion.slice(0, page.size - count);
    hasMore ||= kept.length < portion.length;
    for (const row of kept) {
      text += `${count > 0 ? ',' : ''}${page.row(row)}\n`;
      count += 1;
      page.seen?.(row);
    }
    last = kept.at(-1) ?? last;
    yield text;
    text = '';
  }
  yield `${text}]${page.tail(last, hasMore)}`;
}
