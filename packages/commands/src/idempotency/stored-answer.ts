import { ERROR_CODES, PublicError, refuse, refuseByRule, type ErrorCodeName } from '@mtg/service-kit';
import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm';

/** A row as of its command. */
interface StoredRow {
  readonly entity: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** An answer as JSON: the rows of a payload, or the error. */
export type StoredAnswer =
  | { readonly payload: Readonly<Record<string, StoredRow | readonly StoredRow[]>> }
  | { readonly error: { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> } };

/** The rows of a command's payload, by the names of its fields. */
export type CommandResult = Readonly<Record<string, ObjectLiteral | readonly ObjectLiteral[]>>;

export function storePayload(database: DataSource, result: CommandResult): StoredAnswer {
  const store = (row: ObjectLiteral): StoredRow => {
    const metadata = database.getMetadata(row.constructor);
    const columns = metadata.columns.map(({ propertyName }) => [propertyName, row[propertyName]]);
    return { entity: metadata.name, values: Object.fromEntries(columns) };
  };
  return {
    payload: Object.fromEntries(
      Object.entries(result).map(([name, value]) => [name, isList(value) ? value.map(store) : store(value)]),
    ),
  };
}

export const storeError = ({ message, extensions }: PublicError): StoredAnswer => ({
  error: { message, extensions },
});

/** The rows of a stored answer. @throws PublicError the answer, when that was an error */
export function rowsOf(database: DataSource, answer: StoredAnswer): CommandResult {
  if ('error' in answer) throw replayedError(answer.error);
  const revive = ({ entity, values }: StoredRow): ObjectLiteral => {
    const metadata = database.getMetadata(entity);
    return database.manager.create(metadata.target, datesRevived(metadata, values));
  };
  return Object.fromEntries(
    Object.entries(answer.payload).map(([name, value]) => [
      name,
      isList(value) ? value.map(revive) : revive(value),
    ]),
  );
}

const replayedError = ({
  message,
  extensions: { code, ...extensions },
}: {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}): PublicError => {
  const known = knownCode(code);
  return known === 'RULE_VIOLATION'
    ? refuseByRule(message, extensions)
    : refuse.inWords(known, message, extensions);
};

const knownCode = (code: unknown): ErrorCodeName =>
  typeof code === 'string' && Object.hasOwn(ERROR_CODES, code)
    ? (code as ErrorCodeName)
    : 'INTERNAL_SERVER_ERROR';

/** JSON has no dates. */
const datesRevived = (metadata: EntityMetadata, values: Readonly<Record<string, unknown>>): ObjectLiteral =>
  Object.fromEntries(
    metadata.columns.map(({ propertyName, type }) => {
      const value = values[propertyName];
      return [propertyName, type === 'timestamptz' && typeof value === 'string' ? new Date(value) : value];
    }),
  );

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
