export * from './basics';
export { askDirectly } from './config/shield';
export { commonVariables } from './config/common-variables';
export { introspectionVariable, switchVariable } from './config/switches';
export {
  ERROR_CODES,
  REQUEST_ERROR_CODES,
  RETRY_AFTER_SECONDS,
  type ErrorCode,
  type ErrorCodeName,
} from './errors/codes';
export { renderErrorsPage } from './errors/errors-page';
export { MISSING_NAMES } from './errors/missing-names';
export { createErrorMask, publicExtensions } from './http/mask';
export { readJsonBodies } from './http/json-body';
export { errorBody, RequestRefused } from './http/request-refused';
export { errorBodyAt } from './http/error-at';
export { PublicError } from './errors/public-error';
export { refuse, refuseByRule, type RefusalCode } from './errors/refuse';
export { askSparingly } from './http/ask-sparingly';
export { mountGraphQL, requestContext, TIME_LEFT_HEADER, type RequestContext } from './http/graphql-route';
export { attachment } from './http/attachment';
export { sendProblem, statusOf, type Problem } from './http/problem';
export { mountHealth, type PartStatus } from './http/health-routes';
export { listen } from './http/listen';
export { queryTooLarge, tooLarge } from './http/query-too-large';
export { commonApolloOptions, sizePlugins, type ServerKind } from './http/apollo-options';
export { inputErrorsPlugin } from './http/input-errors-plugin';
export { fieldsOf } from './http/one-command';
export { operationTypeRule } from './http/operation-type-rule';
export { CLIENT_LIMITS, SUBGRAPH_LIMITS } from './http/query-limits';
export { refusedCommands, UNKNOWN_COMMAND, type RefusedRequest } from './http/refused-request';
export { mountRefusedRoute, REFUSED_ROUTE } from './http/refused-route';
export { ownRequestId } from './http/request-id';
export { requestIdPlugin } from './http/request-id-plugin';
export { addressOf, callerOf, limitRate, refuseForNow } from './http/rate-limit';
export { searchOf } from './http/request-url';
export { createHttpServer } from './http/server';
export { WorkShares } from './http/work-shares';
export { createLogger, type Logger } from './logging/logger';
export { reportPhase, type Phase, type PhaseMessage } from './process/phases';
export { StartFailure } from './process/start-failure';
export { runMain } from './process/run-main';
export { runService, type RunningService } from './process/run-service';
export { StrictDate, StrictDateTime, StrictDecimal, StrictUUID } from './scalars/scalars';
