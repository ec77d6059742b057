import { field, type InputField } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** A column of a table, as its declaration says. */
type Declared = Parameters<typeof labelOfRight>[0] & {
  readonly sql: string;
  readonly usage: string;
  readonly graphqlType: (() => unknown) | undefined;
};

/** Inputs of texts by the use of their column. */
const TEXTS: Readonly<Record<string, (description: string) => InputField<string>>> = {
  LINE: field.line,
  TEXT: field.text,
  MARK: field.mark,
  CODE: field.code,
};
const VALUES: Readonly<Record<string, (description: string) => InputField<unknown>>> = {
  date: field.day,
  timestamptz: field.instant,
  uuid: field.uuid,
  boolean: field.yesOrNo,
};

/** Input of the right value of a column: of the kind that the column holds, described by the column's own words. */
export function rightValueOf(table: string, property: string, column: Declared): InputField<unknown> {
  const { sql, usage, graphqlType } = column;
  const description = labelOfRight(column);
  if (usage === 'CHOICE' && sql === 'text') {
    // The type of such a column is its vocabulary.
    return field.choice(graphqlType?.() as Readonly<Record<string, string>>, description);
  }
  const make = VALUES[sql] ?? TEXTS[usage];
  if (!make) throw new Error(`${table}.${property}: state the input of its right value`);
  return sql === 'text[]' ? field.list(make(description)) : make(description);
}

/** “更正后的标题 · Right title”: the words of the column, without those about its absence. */
function labelOfRight({ zh, en }: { readonly zh: string; readonly en: string }): string {
  const [first = en] = en.split(/[.,] /u);
  const [name = zh] = zh.split(/[，；]/u);
  return zhEn(`更正后的${name}`, `Right ${first.replace(/^./u, (initial) => initial.toLowerCase())}`);
}
