/** The development issuer: its key and the tokens it makes. Loads no server. */
export { mintToken, type TokenTerms } from './development/mint-token';
export { ensureSigningKey, publicPart, readSigningKey, type SigningKey } from './development/signing-key';
