/** Progress of a process, shown by the launcher. */
export type Phase = 'connecting' | 'migrating' | 'loading' | 'listening';

export interface PhaseMessage {
  readonly type: 'phase';
  readonly phase: Phase;
  readonly detail?: string;
}

/** Tells the launcher, if one started this process, how far it has come. */
export function reportPhase(phase: Phase, detail?: string): void {
  const message: PhaseMessage = { type: 'phase', phase, ...(detail !== undefined && { detail }) };
  process.send?.(message);
}
