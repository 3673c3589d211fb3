import type { OptionsCall } from "../core/types.ts";

/** Options of a prop for a time zone. A function, because loading the names takes time that a run does not need. */
export const timeZones = ({ page }: OptionsCall): string[] => (page ? [] : Intl.supportedValuesOf("timeZone"));
