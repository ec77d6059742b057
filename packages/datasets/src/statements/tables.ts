/** Table of the seven centers, beside which local centers stand. */
export const FUNCTIONAL_CENTER = 'functional_center';
