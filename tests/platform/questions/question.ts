import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@mtg/access';
import { DISTRICT, STREETS } from '@mtg/subgraphs';
import { query } from '../../startup/support/query';
import type { Platform } from '../../support/platform';
import { ROOT } from '../../support/project';

export const FOLDER = join(ROOT, 'docs', 'examples', 'questions');

export type Row = Readonly<Record<string, unknown>>;

/** SQL over databases of the platform, as their owners. */
export interface Databases {
  /** Rows of every street, each with the name of the street. */
  readonly ofStreets: (sql: string) => Promise<readonly Row[]>;
  readonly ofDistrict: (sql: string) => Promise<readonly Row[]>;
}

/** A document of docs/examples/questions, and SQL that knows its answer. */
export interface Question {
  readonly file: string;
  readonly as: Actor;
  /** Beside `sample`. */
  readonly variables?: (databases: Databases) => Promise<Row>;
  /** The part of the answer that is compared. */
  readonly answer: (data: never) => unknown;
  /** The same from the databases. It holds something, or the question is not tried. */
  readonly expected: (databases: Databases) => Promise<unknown>;
}

/** A connection of an answer. */
export interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

/** One list of the rows that a document asks of each street. */
export const byStreet = <Part>(
  streets: readonly ({ readonly name: string } & Part)[],
  rows: (street: Part) => readonly Row[],
): readonly Row[] =>
  streets.flatMap((street) => rows(street).map((row) => ({ street: street.name, ...row })));

export const databasesOf = (platform: Platform): Databases => {
  const ask = (name: string, sql: string) => query(platform.part(name).ownerDatabaseUrl ?? '', sql);
  return {
    ofDistrict: (sql) => ask(DISTRICT.name, sql),
    ofStreets: async (sql) => {
      const all = await Promise.all(
        STREETS.map(async ({ name, title }) =>
          (await ask(name, sql)).map((row) => ({ street: title, ...row })),
        ),
      );
      return all.flat();
    },
  };
};

export const documentOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** Today in Asia/Shanghai, as SQL. */
export const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** Sorts rows of equal shape, where a question asks for no order. */
export const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
