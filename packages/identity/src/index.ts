/** Tokens: who acts, by a JWT that is verified against an issuer's keys; and the development issuer. */
export { identityVariables } from './config';
export { IdentityUnavailable, TokenRefused, type TokenProblem } from './verification/token-problem';
export { configuredVerifier } from './verification/configured';
export { issuerProbe } from './verification/issuer-probe';
export { createTokenVerifier, type TokenVerifier, type VerifierOptions } from './verification/verifier';

export { mintToken, type TokenTerms } from './development/mint-token';
export { ensureSigningKey, publicPart, readSigningKey, type SigningKey } from './development/signing-key';
