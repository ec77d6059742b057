import {
  AuditGuard1700000010000,
  AuditImported1700000016200,
  AuditReading1700000090000,
  Commands1700000002000,
  UnansweredKey1700000015001,
} from '@mtg/commands';
import { ComparisonForm1700000016100, ReferenceLoad1700000000000, type Class } from '@mtg/subgraph-kit';
import { AuditAnchor1700000010001 } from './1700000010001-audit-anchor';
import { Organization1700000001000 } from './1700000001000-organization';

/** The migrations below those of the modules. Append; never edit one that has left this repository. */
export const streetMigrations: readonly Class[] = [
  ReferenceLoad1700000000000,
  Organization1700000001000,
  Commands1700000002000,
  AuditGuard1700000010000,
  AuditAnchor1700000010001,
  UnansweredKey1700000015001,
  ComparisonForm1700000016100,
  AuditImported1700000016200,
  AuditReading1700000090000,
];
