/** The basics of every program, loaded before it serves: configuration, exit codes, log lines. Loads no server and no GraphQL. */
export { ignoredText } from './config/shield';
export { integerBetween } from './config/common-variables';
export { ConfigurationError } from './config/configuration-error';
export {
  describeVariables,
  readVariables,
  variable,
  type Environment,
  type Values,
  type Variable,
} from './config/variables';
export { logFormatVariable, type LogFormat } from './config/log-format';
export { renderLogLine } from './logging/log-line';
export { EXIT } from './process/exit-codes';
export { makeFolder } from './process/make-folder';
