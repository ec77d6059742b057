import type { CommandTransaction, InputOf } from '@mtg/commands';
import { requireNeeds } from '@mtg/governance';
import { looksLike, refuse } from '@mtg/subgraph-kit';
import type { catalogueInput } from './catalogue-input';
import { NeedsSurvey } from './needs-survey';
import { ProcurementCatalogue } from './procurement-catalogue';
import { ProcurementNeed } from './procurement-need';
import { SurveyedNeed } from './surveyed-need';

type CatalogueStatement = InputOf<typeof catalogueInput>;

/** The survey that a catalogue cites; null where the rule has to say that it is missing. */
export const surveyOf = async (
  transaction: CommandTransaction,
  { surveyId }: CatalogueStatement,
): Promise<NeedsSurvey | null> =>
  surveyId === null ? null : transaction.get(NeedsSurvey, surveyId, { at: 'surveyId' });

/** @throws PublicError BAD_USER_INPUT when the number is another catalogue's */
export async function requireNewNumber(transaction: CommandTransaction, number: string): Promise<void> {
  const known = await transaction.find(ProcurementCatalogue, { number: looksLike(number) });
  if (!known) return;
  throw refuse.badInput('number', {
    zh: `文号“${known.number}”已登记。请核对文号`,
    en: `Number “${known.number}” is already recorded. Correct the number`,
  });
}

/** Writes the needs of a catalogue, in their order. */
export async function writeNeeds(
  transaction: CommandTransaction,
  catalogue: ProcurementCatalogue,
  needs: CatalogueStatement['needs'],
): Promise<void> {
  requireNeeds(transaction, needs);
  for (const [index, need] of needs.entries()) {
    if (need.surveyedNeedId !== null) {
      const at = `needs.${index}.surveyedNeedId`;
      const surveyed = await transaction.get(SurveyedNeed, need.surveyedNeedId, { at });
      if (surveyed.surveyId !== catalogue.surveyId) {
        throw refuse.badInput(at, {
          zh: `“${surveyed.title}”属于另一项需求调查。请引用目录所依据的调查中的需求`,
          en: `“${surveyed.title}” belongs to another survey. Cite a need of the survey that the catalogue is built on`,
        });
      }
    }
    await transaction.insert(ProcurementNeed, { ...need, catalogueId: catalogue.id, number: index + 1 });
  }
}
