import { errorBody } from './request-refused';

const isOData = (url: string): boolean => /^\/odata(?:[/?]|$)/.test(url);

/** The body of an error that answers an address, in the shape that its clients read: below `/odata` that of OData. */
export const errorBodyAt = (
  url: string,
  code: string,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): object =>
  isOData(url) ? { error: { code, message, innererror: extensions } } : errorBody(code, message, extensions);
