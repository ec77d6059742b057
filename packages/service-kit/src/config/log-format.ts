import { z } from 'zod';
import { variable } from './variables';

const LOG_FORMATS = ['json', 'readable'] as const;

/** One JSON object a line, for programs; or lines for people. */
export type LogFormat = (typeof LOG_FORMATS)[number];

/** The variable that chooses; undefined leaves it to where the log goes. */
export const logFormatVariable = variable(
  z.enum(LOG_FORMATS, `须为其中之一 · must be one of: ${LOG_FORMATS.join(', ')}`).optional(),
  '日志格式：json 每行一个 JSON，readable 供人阅读；不设时终端上为 readable，其他为 json（npm start 一律为 readable） · log format: json (one object per line) or readable (for people). Default: readable on a terminal, json elsewhere (npm start: always readable)',
  'json',
);
