import { z } from 'zod';
import { variable, type Variable } from './variables';

/** Switches that are on or off (default off). */
export const switchVariable = (description: string): Variable<boolean> =>
  variable(
    z
      .enum(['on', 'off'], '须为 on 或 off · must be on or off')
      .default('off')
      .transform((value) => value === 'on'),
    description,
    'on',
  );

/** True if clients may query the schema. */
export const introspectionVariable = () =>
  switchVariable(
    '是否可以查询模式（__schema），并在拼写有误时提示相近的名称；默认 off · allows introspection (__schema) and suggests similar names for misspelt ones (default off)',
  );
