/** Names of other parts of the platform and of its data directory, of programs that it runs, and PostgreSQL's own. */
const OTHERS =
  'gateway identity insight warehouse bi issuer door federation postgres public none user run mtg node npm localhost';

/** Words of JavaScript that cannot name a variable, in a module or at all. */
const JAVASCRIPT =
  'arguments as async await break case catch class const continue debugger default delete do else enum eval export extends ' +
  'false finally for from function if implements import in infinity instanceof interface let nan new null of package private ' +
  'protected public return static super switch this throw true try typeof undefined var void while with yield';

const RESERVED: ReadonlySet<string> = new Set([
  ...OTHERS.split(' '),
  ...JAVASCRIPT.split(' '),
  // Every object has them: a look-up by name would find them.
  ...Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()),
  'prototype',
]);

/** True if a name is reserved by the platform or its libraries. */
export const isReserved = (name: string): boolean => RESERVED.has(name);
