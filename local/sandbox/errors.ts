/** An error response, in the shapes HighLevel uses (`{statusCode, message, error}` and a few others). */
export class ApiError extends Error {
  constructor(readonly status: number, readonly body: Record<string, unknown>) {
    super(String(body.message));
  }
}

/** Creates errors of one status; `extra` is added to the body (such as the `meta` of a duplicate). */
const standard = (status: number, error: string) => (message: string, extra: Record<string, unknown> = {}) =>
  new ApiError(status, { statusCode: status, message, error, ...extra });

/** 400: also for contacts, businesses and users that do not exist. */
export const badRequest = standard(400, "Bad Request");
/** 401: bad token, missing scope, missing Version, and unknown users. */
export const unauthorized = standard(401, "Unauthorized");
/** 403: the token is valid, but not for this. */
export const forbidden = standard(403, "Forbidden");
/** 404. */
export const notFound = standard(404, "Not Found");

/** 422: the request does not match the operation's schema; one message per problem. */
export const unprocessable = (messages: string[]): ApiError =>
  new ApiError(422, { statusCode: 422, message: messages, error: "Unprocessable Entity" });

/** The error for a token without access to a location, or a list without its locationId. */
export const wrongLocation = (): ApiError => forbidden("The token does not have access to this location.");
