import { OPERATION } from "../../common/core/types.ts";

/** What a poll costs at least, whoever writes it. */
export interface Way {
  /** The name of the strategy, from the component's descriptor. */
  kind: string;
  /** Records of one page; infinite if the endpoint returns the whole list at once. */
  pageSize: number;
}

interface Descriptor {
  kind: string;
  endpoints: { pageSize?: number; paginator?: { size?: string } }[];
}

/** How a built trigger works. */
export function wayOf(component: object): Way {
  const { kind, endpoints } = (component as Record<symbol, Descriptor>)[OPERATION]!; // every trigger carries it
  const paged = endpoints.filter(({ paginator }) => paginator?.size !== undefined);
  return { kind, pageSize: paged.length > 0 ? Math.max(...paged.map(({ pageSize = 100 }) => pageSize)) : Infinity };
}

/** Whether the endpoint can sort or filter by time, so that old records need not be read. */
export const isTimed = ({ kind }: Way): boolean => ["incremental", "fanOut"].includes(kind);

/** Whether it reads a list that must be compared as a whole. */
export const isWhole = ({ kind }: Way): boolean => ["snapshot", "windowed"].includes(kind);

/**
 * The minimum number of requests of a poll.
 * @param total records in the list
 * @param fresh how many of them are new
 */
export function leastRequests(way: Way, total: number, fresh: number): number {
  if (isTimed(way)) return Math.max(1, Math.ceil(fresh / way.pageSize));
  return isWhole(way) ? Math.max(1, Math.ceil(total / way.pageSize)) : 1;
}
