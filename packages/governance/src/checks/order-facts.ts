import type { LocalDay } from '../time/local-day';
import type { Maybe } from './facts';

/** Where the work of an order comes from. */
export interface WorkOrderOrigin {
  readonly kind: string;
  /** The decision of 街道工委 behind a key point or a delegation. */
  readonly committeeDecision?: Maybe<string>;
  /** The year whose work a key point is of. */
  readonly year?: Maybe<number>;
  /** State of the delegation, or of the minutes, that is cited. */
  readonly state?: Maybe<string>;
  /** The centers that it gives work to, where it names any: that of the item of minutes, those guided on a delegation. */
  readonly centers?: readonly string[];
  /** Input that cites it; that of its kind where none is given. */
  readonly citedBy?: string;
}

/** The person of the register who is named as responsible for an order. */
export interface RegisteredResponsible {
  readonly name: string;
  /** True if the person holds a post in the center of the order on the day, or acts in one. */
  readonly isInPost: boolean;
}

/** A work order, or a sub-order, about to be dispatched. */
export interface WorkOrderDraft {
  /** The role in which the issuer acts. */
  readonly role: string;
  readonly source?: Maybe<WorkOrderOrigin>;
  readonly projectId?: Maybe<string>;
  /** Deadline of the project. */
  readonly deadlineOfProject?: Maybe<LocalDay>;
  readonly centerCode?: Maybe<string>;
  readonly responsiblePerson?: Maybe<string>;
  /** Where the responsible person is one of the register. */
  readonly registered?: Maybe<RegisteredResponsible>;
  readonly deadline?: Maybe<LocalDay>;
  /** For a sub-order: the day on which the order was dispatched that it is a part of. */
  readonly partOfOrderOf?: Maybe<LocalDay>;
  /** For a sub-order: the deadline of the order that it is a part of. */
  readonly deadlineOfOrder?: Maybe<LocalDay>;
  readonly today: LocalDay;
}

/** Limits of a street on more time for an order; none without them. */
export interface ExtensionLimits {
  /** Extensions of one order. */
  readonly mostPerOrder?: number;
  /** Days of one extension. */
  readonly mostDaysEach?: number;
}

/** More time for an order, about to be requested or granted. */
export interface WorkOrderExtension {
  readonly extension: {
    readonly deadline: LocalDay;
    /** The deadline in force. */
    readonly old: LocalDay;
    /** For a sub-order: the order that it is a part of. */
    readonly parent?: Maybe<{ readonly number: string; readonly deadline: LocalDay }>;
    /** For an order that is no sub-order: the deadline of its project. */
    readonly deadlineOfProject?: Maybe<LocalDay>;
    /** Extensions of the order so far. */
    readonly granted: number;
    readonly limits: ExtensionLimits;
  };
}

/** Another center for an order, about to be chosen. */
export interface WorkOrderReassignment {
  readonly reassignment: {
    /** The role in which the issuer acts. */
    readonly role: string;
    readonly source: Maybe<WorkOrderOrigin>;
    readonly centerCode: Maybe<string>;
    readonly responsiblePerson: Maybe<string>;
    readonly registered?: Maybe<RegisteredResponsible>;
    /** True for a sub-order, which may go to a center that the source does not name. */
    readonly isPart: boolean;
  };
}

/** Another responsible person of an order, as a correction states it. */
export interface WorkOrderResponsible {
  readonly responsible: {
    readonly responsiblePerson: Maybe<string>;
    readonly registered: Maybe<RegisteredResponsible>;
  };
}

/** A key point of a year, about to be adopted. */
export interface KeyPointAdoption {
  readonly keyPoint: {
    /** Number of the decision of 街道工委 that adopts it. */
    readonly decision?: Maybe<string>;
  };
}
