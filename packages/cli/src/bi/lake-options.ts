/** Options of the command. */
export interface LakeOptions {
  readonly to: string;
  readonly datasets?: string;
  readonly url?: string;
  readonly full?: boolean;
  readonly strict?: boolean;
  readonly dataDir?: string;
}
