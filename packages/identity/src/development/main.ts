import { describeVariables, runMain } from '@mtg/service-kit';
import { issuerVariables, readIssuerConfig } from './config';
import { startIssuer } from './issuer';

const help = (): string => `开发用令牌签发者：公布 mtg token 所用的公钥。生产环境不用。
Development token issuer: publishes the public key that mtg token signs for. Not for production.

环境变量 · environment:
${describeVariables(issuerVariables)}
`;

void runMain(help, async () => startIssuer(readIssuerConfig()));
