import type { Bilingual } from '../bilingual';
import { isBlank, type Maybe } from './facts';

/** A need of the district's catalogue that something refers to, as the district has it now. */
export interface ProcurementNeedReference {
  readonly title: string;
  /** Number of the catalogue (文号). */
  readonly catalogueNumber: string;
  readonly catalogueYear: number;
  /** True while the catalogue stands: no correction has replaced it, and no year of a later one has begun. */
  readonly inForce: boolean;
}

/** Reason for which a need carries no project; undefined when it does. */
export function problemOfNeed(need: Maybe<ProcurementNeedReference>): Bilingual | undefined {
  if (!need || isBlank(need.title)) {
    return {
      zh: '区的需求目录中没有所引用的需求',
      en: 'The cited need is in no catalogue of the district',
    };
  }
  const { title, catalogueNumber, inForce } = need;
  return inForce
    ? undefined
    : {
        zh: `“${title}”所在的目录 ${catalogueNumber} 已被替代`,
        en: `The catalogue ${catalogueNumber} with “${title}” has been replaced`,
      };
}
