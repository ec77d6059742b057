import type { ExtensionLimits, RuleCode, ShortWeeks, VisitUnit } from '@mtg/governance';
import type { Class, KnownStreet, ReferenceSet } from '@mtg/subgraph-kit';
import type { LocalCenter } from './local-center';

/** Facts about a street in `subgraphs/list.ts`, declared here so that this library needs no list. */
export interface StreetIdentity extends KnownStreet {
  /** Folder name and root field, e.g. `dayu`. */
  readonly name: string;
  readonly port: number;
}

/**
 * Something that only this street has (seed line 108: streets may add platforms of their own). It brings its own
 * tables, migrations and schema; nothing of it reaches the other streets.
 */
export interface StreetExtra {
  readonly entities: readonly Class[];
  readonly migrations: readonly Class[];
  readonly referenceSets: () => readonly ReferenceSet[];
  /** Made for the street's own type, so that fields can be added to it. */
  readonly resolvers: (streetType: Class) => readonly Class[];
  readonly orphanedTypes: readonly Class[];
  /** Centers that appear in `centers` beside the seven. */
  readonly localCenters: readonly (new () => LocalCenter)[];
}

/** A street as its folder states it: who it is, where its data lie, what it has of its own. */
export interface StreetProfile {
  readonly identity: StreetIdentity;
  /** Absolute path of the folder with the street's reference files. */
  readonly dataFolder: string;
  readonly extras: readonly StreetExtra[];
  /** True if a deadline on a day off is met on the next working day (R12); default: deadlines are calendar days. */
  readonly deadlinesByWorkingDays?: boolean;
  /** Days before a duty is due from which it is reminded of, by rule; default: seven. */
  readonly reminders?: Partial<Record<RuleCode, number>>;
  /** Counting of visits for R24, where it is not three days a week for each staff member, or as many as a week has working days. */
  readonly visits?: {
    readonly daysPerWeek?: number;
    readonly unit?: VisitUnit;
    readonly shortWeeks?: ShortWeeks;
    /** True where a plan that an import of past years states afterwards counts as made beforehand. */
    readonly takesStatedPlans?: boolean;
  };
  /** Themes of sentiment logs, of which each log names one at most; any short word without it. */
  readonly sentimentThemes?: readonly string[];
  /** Roles that may record a center's report for its head (代录); none without it. */
  readonly reportsForHeads?: readonly ('DISPATCHER' | 'COMMITTEE_CLERK')[];
  /** Most extensions of an order and most days of each (R11); no limit without it. */
  readonly extensions?: ExtensionLimits;
  /** Days after which a ledger entry that was not verified is a finding of R27; none without it. */
  readonly ledger?: { readonly notVerifiedForDays?: number };
}
