import { AuditEntry } from '../audit/audit-entry';
import type { CommandTransaction, TransactionManager } from './transaction';

/** Ways from a command's transaction to another connection. Each line below must not compile. */
const escapes = ({ manager }: CommandTransaction): readonly unknown[] => [
  // @ts-expect-error The manager leads to no connection.
  manager.connection,
  // @ts-expect-error Nor to the data source, as it is called now.
  manager.dataSource,
  // @ts-expect-error A query builder has the connection.
  manager.createQueryBuilder(),
  // @ts-expect-error A repository's manager has it.
  manager.getRepository(AuditEntry).manager,
  // @ts-expect-error And so has its query builder.
  manager.getRepository(AuditEntry).createQueryBuilder(),
];

test('the types of a command lead to no other connection', () => {
  expect(escapes).toBeInstanceOf(Function);
  const ways: readonly (keyof TransactionManager)[] = ['find', 'getRepository', 'query'];
  // @ts-expect-error Nor do they begin another transaction.
  const other: keyof TransactionManager = 'transaction';
  expect(ways).not.toContain(other);
});
