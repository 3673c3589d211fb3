/** The functions of Temporal that are used, in one place: the build shrinks what stands behind them. */
export { create as wallClock, toZonedDateTime } from "temporal-polyfill/fns/PlainDateTime";
export { create as atInstant, toString as zonedText } from "temporal-polyfill/fns/ZonedDateTime";
