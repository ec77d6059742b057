/**
 * Issuer whose tokens the parts accept when the platform runs an issuer of its own. The issuer's name is not its address: with
 * free ports the address changes from start to start, and a token printed yesterday should stay valid. The name is
 * never resolved, since each part is also told where the keys are (JWKS_URL).
 */
export const DEVELOPMENT_IDENTITY = {
  issuer: 'http://identity.mentougou.localhost',
  audience: 'mentougou',
} as const;

/** The port of the issuer unless free ports are asked for. */
export const ISSUER_PORT = 4020;

/** Environment of the issuer: its name, and the place of its key. */
export const issuerVariables = (dataDirectory: string): Readonly<Record<string, string>> => ({
  OIDC_ISSUER: DEVELOPMENT_IDENTITY.issuer,
  MTG_DATA_DIR: dataDirectory,
});

/** Environment of a part that verifies the tokens of the issuer at this address. */
export const verifierVariables = (issuerUrl: string): Readonly<Record<string, string>> => ({
  OIDC_ISSUER: DEVELOPMENT_IDENTITY.issuer,
  OIDC_AUDIENCE: DEVELOPMENT_IDENTITY.audience,
  JWKS_URL: `${issuerUrl}/jwks.json`,
});
