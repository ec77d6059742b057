export { startGateway, type Gateway, type GatewayOptions } from './gateway';
export type { SubgraphEndpoint } from './subgraph/endpoint';
