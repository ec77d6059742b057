export { auditFields } from './audit/audit-fields';
export { AuditAnchor } from './audit/audit-anchor';
export { AuditEntry } from './audit/audit-entry';
export { AuditEntryRule } from './audit/audit-entry-rule';
export { recordImport, takeImportTurn, type ImportContext } from './audit/record-import';
export { recordRefusedRequest } from './audit/refusals';
export { chainHead, type ChainHead } from './audit/append';
export { verifyChain, verifyEntries, type ChainProblem, type ChainReport } from './audit/verify';
export { witnessTask } from './audit/witness';
export { auditPart } from './audit/witness-state';
export { askBook } from './books/ask-book';
export { digestOfRecall, digestOfTransfer, isOpenEntry, type BookEntry } from './books/book-entry';
export { bookFields } from './books/book-fields';
export { reconciledBooks } from './books/reconciled-books';
export { reconcileTask, type OwnBook } from './books/reconcile-task';
export type { Command } from './command/command';
export { commandsOf, type DefineCommand } from './command/define-command';
export { isOverloaded } from './locking/command-lock';
export { runSystemTask, type SystemTransaction } from './command/run-system-task';
export type { CommandTarget } from './command/target';
export type { CommandResult } from './idempotency/stored-answer';
export type { CommandTransaction, Stamps, TransactionManager } from './command/transaction';
export { skipWhileLocked } from './locking/skip-while-locked';
export { IdempotencyRecord } from './idempotency/idempotency-record';
export { purgeIdempotencyRecords } from './idempotency/purge';
export { fieldsBelow } from './reading/selection';
export type { InputField, InputOf, InputShape } from './input/field';
export * as field from './input/fields';
export { inputType, type InputType } from './input/input-type';
export { Commands1700000002000 } from './migrations/1700000002000-commands';
export { AuditGuard1700000010000 } from './migrations/1700000010000-audit-guard';
export { UnansweredKey1700000015001 } from './migrations/1700000015001-unanswered-key';
export { AuditImported1700000016200 } from './migrations/1700000016200-audit-imported';
export { AuditReading1700000090000 } from './migrations/1700000090000-audit-reading';
export { RecordGuard1700000017003 } from './migrations/1700000017003-record-guard';
export { commandTasks } from './tasks';
export type { Fields } from './fields/list-fields';
export { NamedCommand, namedCommand } from './fields/named-command';
export { payloadField } from './fields/payload-field';
export { listOf } from './input/graphql-type';
export { sampleArgument, yearOrAllArgument } from './fields/statistics-arguments';
export { schemaField } from './fields/schema-field';
export { objectFields } from './fields/object-fields';
export { mergeResolvers, tableFields } from './fields/table-fields';
export { countRows, type CountsAsked } from './reading/count-rows';
export { readableIds, readRows, rowsById, rowsByKey, type RowsAsked } from './reading/read-rows';
export { PageArgs, readPageArgs } from './reading/page-args';
export { restrictionIfAny } from './reading/restriction';
export { Statement } from './reading/statement';
export { beyond, orderSql } from './lists/keyset';
export { readCursor, writeCursor } from './lists/list-cursor';
export type { Ordering } from './lists/list-order';
export { requireReading } from './reading/require-reading';
export { wantedOf } from './reading/wanted';
export type { ReadRow } from './reading/read-row';
export { WORK_ROW_COLUMNS } from './rows/columns';
export { WorkRow, type WorkValues } from './rows/work-row';
export { registerJudgementVocabulary } from './schema/judgement-vocabulary';
export { commandNamespace } from './schema/namespace';
export type { Column, EdgeTaken, SqlType, TraceEdge } from './tables/column';
export * as column from './tables/columns';
export { createTableSql } from './tables/create-table';
export { declaredTables, isDeclared } from './tables/declared-tables';
export type { Fact, FollowingFact, ReadColumns, StoredFact } from './tables/fact';
export * as fact from './tables/facts';
export { labelIn } from './tables/label-in';
export { defineTable } from './tables/define-table';
export { referenceTable } from './tables/reference-table';
export { sharedTables } from './tables/shared-tables';
export { tableAccessOf } from './tables/table-access';
export type {
  DerivedColumn,
  Expression,
  FurtherFilter,
  RowOf,
  RowOfColumns,
  Table,
  TableClass,
  WorkTableClass,
} from './tables/table';
export { TableSet } from './tables/table-set';
export { renderSharingPage } from './docs/sharing-page';
