import { Conveyance1700000007003 } from '../../migrations/1700000007003-conveyance';
import type { StreetModule } from '../../street-module';
import { conveyDocument } from './commands/convey-document';
import { recordHighlight } from './commands/record-highlight';
import { ConveyedDocument } from './conveyed-document';
import { Highlight } from './highlight';

export const conveyanceTables = { ConveyedDocument, Highlight };

/** What was conveyed to communities, and what was found in them (R26). */
export const conveyancePart: StreetModule = {
  tables: conveyanceTables,
  migrations: [Conveyance1700000007003],
  commands: [conveyDocument, recordHighlight],
};
