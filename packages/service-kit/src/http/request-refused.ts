/** A request that is refused before GraphQL sees it; the message is for the client. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** The body of an answer that carries nothing but one error, in the shape of a GraphQL answer. */
export const errorBody = (
  code: string,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
) => ({
  errors: [{ message, extensions: { code, ...extensions } }],
});
