import { createStreetInterface, type Class, type StreetClass } from '@mtg/subgraph-kit';

/**
 * The interface that the four concrete street types implement, as the streets serve it. Modules add their fields
 * with resolvers on this class; whatever a street serves is nullable, so that three streets answer whole while the
 * fourth is down.
 */
export const Street: StreetClass = createStreetInterface();

/** The same for what puts fields onto a type: it reads the name and makes no instance, so that an abstract class will do. */
export const STREET_CLASS = Street as unknown as Class;
