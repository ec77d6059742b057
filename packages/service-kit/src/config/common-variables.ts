import { z } from 'zod';
import { logFormatVariable } from './log-format';
import { variable } from './variables';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** An integer within bounds, read from text. */
export const integerBetween = (minimum: number, maximum: number) =>
  z.coerce
    .number(`须为整数 · must be an integer`)
    .int(`须为整数 · must be an integer`)
    .min(minimum, `须不小于 ${minimum} · must be at least ${minimum}`)
    .max(maximum, `须不大于 ${maximum} · must be at most ${maximum}`);

/** The variables that every process has: where it listens, how much it logs and how. */
export const commonVariables = (defaultPort: number) => ({
  PORT: variable(
    integerBetween(0, 65535).default(defaultPort),
    '监听端口 · port to listen on',
    String(defaultPort),
  ),
  HOST: variable(z.string().default('127.0.0.1'), '监听地址 · address to listen on', '0.0.0.0'),
  LOG_LEVEL: variable(
    z.enum(LOG_LEVELS, `须为其中之一 · must be one of: ${LOG_LEVELS.join(', ')}`).default('info'),
    '日志级别 · log level',
    'debug',
  ),
  LOG_FORMAT: logFormatVariable,
});
