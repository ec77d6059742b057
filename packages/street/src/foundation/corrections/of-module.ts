import type { Command, WorkTableClass } from '@mtg/commands';
import type { StreetContext } from '../street-context';
import type { Correction } from './correction-table';
import type { TableCorrection } from './define-correction';

/** Corrections of a module, by the table that each corrects. */
type Corrections = Readonly<Record<string, TableCorrection>>;

/** The tables of entries, by the names of their types. */
export const entriesOf = <C extends Corrections>(corrections: C) =>
  // Named as `correctionTable` names them.
  Object.fromEntries(
    Object.entries(corrections).map(([name, { entries }]) => [`${name}Correction`, entries]),
  ) as { [Name in keyof C & string as `${Name}Correction`]: WorkTableClass<Correction> };

/** The commands that correct. */
export const commandsOfCorrections = (corrections: Corrections): readonly Command<StreetContext>[] =>
  Object.values(corrections).map(({ command }) => command);
