import { LOCATION } from "../account.ts";
import type { Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const business = { id: "63771dcac1116f0e21de8e12", locationId: LOCATION, name: "Harbor Yoga", createdAt: "2026-11-25T15:00:00.000Z" };

const rows: Rows = {
  "fetch-businesses": {
    required: {
      props: {},
      requests: [{ method: "GET", path: "/businesses/", query: { locationId: LOCATION, limit: "100", skip: "0" }, reply: { businesses: [business] } }],
      returns: [business],
      exports: { hasMore: false },
      summary: "Fetched 1 company",
    },
    all: {
      props: { returnFields: ["name"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [{ method: "GET", path: "/businesses/", query: { locationId: OTHER_LOCATION, limit: "2", skip: "0" }, reply: { businesses: [business, { ...business, id: "b2" }] } }],
      returns: [{ id: business.id, name: "Harbor Yoga" }],
      exports: { hasMore: true },
      summary: "Fetched the first 1 companies; to get more, raise Max Results",
    },
  },
};

export default rows;
