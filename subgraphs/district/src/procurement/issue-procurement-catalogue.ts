import { issuedCatalogue } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { defineCommand } from '../district-commands';
import { catalogueInput, year } from './catalogue-input';
import { ProcurementCatalogue } from './procurement-catalogue';
import { requireNewNumber, surveyOf, writeNeeds } from './write-catalogue';

/** R30: 区委社会工委 issues the catalogue of a year. */
export const issueProcurementCatalogue = defineCommand({
  name: 'issueProcurementCatalogue',
  description: zhEn(
    '下发购买服务目录，每年一份，以需求调查为基础(R30)',
    'Issues the procurement catalogue of a year, built on a survey of needs (R30)',
  ),
  input: { year, ...catalogueInput },
  payload: { procurementCatalogue: () => ProcurementCatalogue },
  execute: async (input, transaction) => {
    const { needs, year: ofYear, number, title } = input;
    const survey = await surveyOf(transaction, input);
    const standing = await transaction.find(ProcurementCatalogue, {
      year: ofYear,
      supersededAt: IsNull(),
      sample: transaction.sample,
    });
    const issued = issuedCatalogue(transaction, {
      ...input,
      survey,
      needs: needs.length,
      standing: standing?.number ?? null,
    });
    await requireNewNumber(transaction, number);
    const procurementCatalogue = await transaction.insert(ProcurementCatalogue, {
      ...issued,
      number,
      title,
      // The rule has asked for it.
      surveyId: survey?.id ?? '',
      previousId: null,
      reason: null,
    });
    await writeNeeds(transaction, procurementCatalogue, needs);
    return { procurementCatalogue };
  },
});
