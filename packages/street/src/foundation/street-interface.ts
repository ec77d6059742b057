import { createStreetInterface, type StreetClass } from '@mtg/subgraph-kit';

/**
 * The interface that the four concrete street types implement, as the streets serve it. Modules add their fields
 * with resolvers on this class; whatever a street serves is nullable, so that three streets answer whole while the
 * fourth is down.
 */
export const Street: StreetClass = createStreetInterface();
