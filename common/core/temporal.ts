/** The Temporal functions in use, in one place, so that the build can minify them. */
export { create as wallClock, toZonedDateTime } from "temporal-polyfill/fns/PlainDateTime";
export { create as atInstant, toString as zonedText } from "temporal-polyfill/fns/ZonedDateTime";
