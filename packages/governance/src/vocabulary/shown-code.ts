/** Codes of places, bodies and kinds; names of types are written so too. */
const FORM_OF_A_CODE = /^[A-Z0-9_-]{1,64}$/i;

/**
 * The form in which a sentence repeats a code that a client gave: the code if it is one by its form. Anything else may be a person's
 * name or words, put into the wrong field, and must not travel on in answers and logs.
 */
export const shownCode = (given: string): string => (FORM_OF_A_CODE.test(given) ? given : '…');
