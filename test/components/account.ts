/** The connected account of the rows. */
export const TOKEN = "token-of-the-tests-0123456789";
export const LOCATION = "C2QujeCh8ZnC7al2InWR";
