import type { KnownPost, LocalDay } from '@mtg/governance';
import type { LocalSampleCenter } from './centers';

/** Scale: a multiple of the work of a small year, in proportion to the communities of a street. */
export const SCALES = [1, 10, 100] as const;
export type Scale = (typeof SCALES)[number];

export interface SampleSettings {
  readonly scale: Scale;
  readonly seed: number;
  /** The year ends where this day begins in Asia/Shanghai. */
  readonly until: LocalDay;
}

/** Facts about a street that the generator needs. */
export interface SampleStreet {
  readonly code: string;
  /** `大峪街道` */
  readonly title: string;
  /** Codes, in order. */
  readonly communities: readonly string[];
  readonly localCenters: readonly LocalSampleCenter[];
  /** Posts of directors and deputy directors. */
  readonly posts: readonly (KnownPost & { readonly centerCode: string })[];
}
