/** Servers on this machine, which tests may connect to. */
export const LOCAL = /^(127\.0\.0\.1|localhost|::1)(:\d+)?$/;
