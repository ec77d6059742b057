/** Limits on the size of an operation. A document is measured before anything else is done with it. */
export interface QueryLimits {
  /** Of the text, as GraphQL reads it. */
  readonly tokens: number;
  /** Fields, inline fragments and spreads, what a fragment brings counted wherever it is spread. */
  readonly selections: number;
  /** Fields within fields. */
  readonly depth: number;
  /** Aliases of one field included. */
  readonly rootFields: number;
  /** Fields of the answer, if every list had its length: see query-size.ts. */
  readonly cost: number;
}

/** Lists and objects within one another in a value of a document; no input has ten. */
export const VALUE_LEVELS = 50;

/** Of what clients ask the district. */
export const CLIENT_LIMITS: QueryLimits = {
  // A district-wide query with every field has some hundred tokens, the introspection query some four hundred.
  tokens: 5000,
  // Planning takes a gateway about 0.2 ms for each.
  selections: 1000,
  // The longest way that makes sense goes from a street through the district and back, some ten fields.
  depth: 15,
  rootFields: 50,
  // Every field of every base task of every center of every street, and back, costs about a tenth of it.
  cost: 100_000,
};

/**
 * Of what a subgraph is asked. What passes at the gateway must pass behind it, and the gateway writes fragments out, adds keys
 * and type names, and goes one level deeper to come to an entity.
 */
export const SUBGRAPH_LIMITS: QueryLimits = {
  tokens: 20_000,
  selections: 4000,
  depth: 20,
  rootFields: 100,
  cost: 200_000,
};
