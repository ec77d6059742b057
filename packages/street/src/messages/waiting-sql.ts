import { readScope, ROLE_ENTRIES, ROLES, type PlaceKind, type Role } from '@mtg/access';
import type { Statement } from '@mtg/commands';
import { VERBS } from '@mtg/governance';
import { Attachment } from '../attachments/attachment';
import { awaitedOf, type Awaited } from '../waiting/branches';
import { quoted } from '../waiting/thing';

/** SQL of all that waits in a street, with the role and the place for which it does. */
export function waitingSql(statement: Statement, street: string): string {
  const today = `(${statement.now()} AT TIME ZONE 'Asia/Shanghai')::date`;
  const waiting = ROLES.flatMap((role) =>
    awaitedOf(role).flatMap((awaited) => selectOf(statement, street, role, awaited, today)),
  ).join('\nUNION\n');
  return `WITH each AS MATERIALIZED (${waiting})
    SELECT 'WAITING' AS kind, each.* FROM each
    UNION ALL SELECT 'OVERDUE', each.* FROM each WHERE deadline < ${today}
    UNION ALL ${INFECTED}`;
}

/** The uploader of an infected file is told, until it is withdrawn. */
const INFECTED = `SELECT 'INFECTED', '' AS role, 'PERSON' AS place_kind, uploaded_by AS place, id AS row_id,
    ${quoted(Attachment.table.name)} AS row_kind, 'withdrawAttachment' AS command,
    ${quoted('所附文件有病毒，已隔离。请撤回，并另附无病毒的文件 · A file that you attached is infected and in quarantine. Withdraw it and attach a clean one')} AS text,
    NULL::date AS deadline
  FROM attachment WHERE scan_state = 'INFECTED' AND withdrawn_at IS NULL AND deleted_at IS NULL AND NOT sample`;

interface Addressee {
  readonly kind: PlaceKind | '';
  readonly place: string;
  readonly condition?: string;
}

function selectOf(
  statement: Statement,
  street: string,
  role: Role,
  { thing, acts, where }: Awaited,
  today: string,
): readonly string[] {
  const row = statement.alias();
  const to = addresseeOf(role, { thing, acts, where }, row);
  const [act] = acts;
  if (!to || !act) return [];
  const readable = readableBy(statement, street, role, to, thing.table, row);
  if (readable === undefined) return [];
  const { table } = thing.table;
  const conditions = [
    `${row}.deleted_at IS NULL`,
    `NOT ${row}.sample`,
    where(row, today),
    to.condition,
    readable,
  ]
    .filter((each) => each !== undefined && each !== '')
    .join(' AND ');
  const { label } = table;
  const { zh, en } = VERBS[act.command];
  const text = quoted(
    `${label.zh}待办：${zh}。请在平台查看并办理 · ${label.en}: ${en}. Open it in the platform`,
  );
  return [
    `SELECT ${quoted(role)} AS role, ${quoted(to.kind)} AS place_kind, ${to.place} AS place, ${row}.id AS row_id,
       ${quoted(table.name)} AS row_kind, ${quoted(act.command)} AS command, ${text} AS text,
       (${thing.deadline?.(row) ?? 'NULL'})::date AS deadline
     FROM ${table.sqlName} ${row} WHERE ${conditions}`,
  ];
}

/** The place whose people a row waits for, as SQL; undefined where the row has none. */
function addresseeOf(role: Role, { thing, acts }: Awaited, row: string): Addressee | undefined {
  const allow = acts[0]?.allow;
  if (!allow) return undefined;
  const { scope, only } = allow;
  if (scope === 'STREET' || scope === 'DISTRICT') return { kind: '', place: `''` };
  if (only !== undefined) return { kind: scope, place: quoted(only) };
  const place = thing.place?.[scope]?.(row);
  if (place === undefined) return undefined;
  const own = ROLE_ENTRIES[role].center;
  // A role that stands for one center has no other.
  if (scope === 'CENTER' && own !== undefined) {
    return { kind: '', place: `''`, condition: `${place} = ${quoted(own)}` };
  }
  return { kind: scope, place, condition: `${place} IS NOT NULL` };
}

/** A row is told to those who read it. @returns SQL, empty for every row; undefined where the role reads none */
function readableBy(
  statement: Statement,
  street: string,
  role: Role,
  { kind, place }: Addressee,
  { table }: Awaited['thing']['table'],
  row: string,
): string | undefined {
  if (table.group === undefined) return '';
  const isOnly = place.startsWith("'") && place !== `''`;
  const claim = isOnly ? place.slice(1, -1) : 'ANY';
  const actor = {
    subject: '',
    role,
    ...(ROLE_ENTRIES[role].required.includes('street') && { street }),
    ...(kind !== '' && { [kind.toLowerCase()]: claim }),
  };
  const read = readScope(actor, table.group, street);
  if (read.kind !== 'SOME') return read.kind === 'ALL' ? '' : undefined;
  const conditions = Object.keys(read.of).flatMap((by) => {
    const value = by === 'STREET' ? quoted(street) : by === kind ? place : undefined;
    if (value === undefined) return [];
    const condition = table.scope(by as PlaceKind)?.(row, value, statement.now);
    return condition === undefined ? [] : [condition];
  });
  return conditions.length > 0 ? `(${conditions.join(' OR ')})` : undefined;
}
