/** An answer that is an error, in the shapes HighLevel uses (`{statusCode, message, error}` and a few others). */
export class ApiError extends Error {
  constructor(readonly status: number, readonly body: Record<string, unknown>) {
    super(String(body.message));
  }
}

/** Makes errors of one status; `extra` goes into the body (such as the `meta` of a duplicate). */
const standard = (status: number, error: string) => (message: string, extra: Record<string, unknown> = {}) =>
  new ApiError(status, { statusCode: status, message, error, ...extra });

/** 400: also for ids of contacts, businesses and users that do not exist. */
export const badRequest = standard(400, "Bad Request");
/** 401: bad token, missing scope, missing Version, and unknown users. */
export const unauthorized = standard(401, "Unauthorized");
/** 403: the token is good, but for something else. */
export const forbidden = standard(403, "Forbidden");
/** 404. */
export const notFound = standard(404, "Not Found");

/** 422: the request does not have the form the operation asks for; one message a fault. */
export const unprocessable = (messages: string[]): ApiError =>
  new ApiError(422, { statusCode: 422, message: messages, error: "Unprocessable Entity" });

/** The refusal of a token that has no business with a location, also given when a list lacks its locationId. */
export const wrongLocation = (): ApiError => forbidden("The token does not have access to this location.");
