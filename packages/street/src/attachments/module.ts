import type { StreetModule } from '../foundation/street-module';
import { Attachment1700000093000 } from '../migrations/1700000093000-attachment';
import { Attachment } from './attachment';
import { attachFile } from './commands/attach-file';
import { withdrawAttachment } from './commands/withdraw-attachment';

export const attachmentTables = { Attachment };

/** Files attached to records of the street. */
export const attachmentsModule: StreetModule = {
  migrations: [Attachment1700000093000],
  commands: [attachFile, withdrawAttachment],
};
