import { field } from '@mtg/commands';
import { correctedCatalogue } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { catalogueInput } from './catalogue-input';
import { ProcurementCatalogue } from './procurement-catalogue';
import { requireNewNumber, surveyOf, writeNeeds } from './write-catalogue';

/** R30: a catalogue is replaced by a corrected one, and kept as history. */
export const correctProcurementCatalogue = defineCommand({
  name: 'correctProcurementCatalogue',
  description: zhEn(
    '更正购买服务目录，原目录作为历史保留(R30)',
    'Replaces a procurement catalogue by a corrected one. The previous one is kept (R30)',
  ),
  input: {
    procurementCatalogueId: ProcurementCatalogue.id(),
    expectedVersion: field.expectedVersion,
    reason: field.text(zhEn('更正的理由', 'Reason for the correction')),
    ...catalogueInput,
  },
  payload: { procurementCatalogue: () => ProcurementCatalogue },
  execute: async ({ procurementCatalogueId, expectedVersion, reason, ...input }, transaction) => {
    const previous = await transaction.get(ProcurementCatalogue, procurementCatalogueId, { expectedVersion });
    const { needs, number, title } = input;
    const survey = await surveyOf(transaction, input);
    const { issued, superseded } = correctedCatalogue(transaction, previous, {
      ...input,
      survey,
      needs: needs.length,
    });
    await requireNewNumber(transaction, number);
    await transaction.change(previous, superseded);
    const procurementCatalogue = await transaction.insert(ProcurementCatalogue, {
      ...issued,
      number,
      title,
      // The rule has asked for it.
      surveyId: survey?.id ?? '',
      previousId: previous.id,
      reason,
    });
    await writeNeeds(transaction, procurementCatalogue, needs);
    return { procurementCatalogue };
  },
});
