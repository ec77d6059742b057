import { attachmentTables } from './attachments/module';
import { TableSet } from '@mtg/commands';
import { cadenceTables } from './cadence/module';
import { communityWorkTables } from './community-work/module';
import { delegationTables } from './delegation/module';
import { deliberationTables } from './deliberation/module';
import { dispatchTables } from './dispatch/module';
import { evaluationTables } from './evaluation/module';
import { enforcementTables } from './enforcement/module';
import { fundTables } from './funds/module';
import { messageTables } from './messages/module';
import { peopleTables } from './people/module';
import { planningTables } from './planning/module';
import { servicesTables } from './services/module';
import { ORGANIZATION_TABLES } from './organization/reference-tables';

const TABLES = {
  ...peopleTables,
  ...deliberationTables,
  ...delegationTables,
  ...dispatchTables,
  ...fundTables,
  ...communityWorkTables,
  ...enforcementTables,
  ...planningTables,
  ...servicesTables,
  ...evaluationTables,
  ...cadenceTables,
  ...attachmentTables,
  ...messageTables,
};

/** The tables in which a street records what it does, by the names of their types. */
export type StreetTables = typeof TABLES;

export const STREET_TABLES = new TableSet(Object.values(TABLES), ORGANIZATION_TABLES);
