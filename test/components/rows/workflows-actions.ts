import { LOCATION } from "../account.ts";
import { CONTACT_ID } from "../records.ts";
import type { Rows } from "../row.ts";

const WORKFLOW_ID = "78559bb3-b920-461e-b010-7b2a2816d2a9";
const PATH = `/contacts/${CONTACT_ID}/workflow/${WORKFLOW_ID}`;
const ids = { contactId: CONTACT_ID, workflowId: WORKFLOW_ID };
const done = { returns: { succeeded: true } };

const rows: Rows = {
  "add-contact-to-workflow": {
    required: {
      props: ids,
      requests: [{ method: "POST", path: PATH, body: {}, reply: { succeded: true } }],
      ...done,
      summary: `Added contact ${CONTACT_ID} to workflow ${WORKFLOW_ID}`,
    },
    all: {
      props: { ...ids, locationId: LOCATION, eventStartTime: "2026-12-01 09:00" },
      requests: [
        { method: "GET", path: `/locations/${LOCATION}`, reply: { location: { timezone: "America/New_York" } } },
        { method: "POST", path: PATH, body: { eventStartTime: "2026-12-01T09:00:00-05:00" }, reply: { succeded: true, succeeded: true, traceId: "t" } },
      ],
      ...done,
      summary: `Added contact ${CONTACT_ID} to workflow ${WORKFLOW_ID}`,
    },
  },
  "remove-contact-from-workflow": {
    notCalled: { "GET /locations/{locationId}": "only for a time without an offset, as in add-contact-to-workflow" },
    required: {
      props: ids,
      requests: [{ method: "DELETE", path: PATH, body: {}, reply: { succeded: true } }],
      ...done,
      summary: `Removed contact ${CONTACT_ID} from workflow ${WORKFLOW_ID}`,
    },
    all: {
      props: { ...ids, locationId: LOCATION, eventStartTime: "2021-06-23T03:30:00+01:00" },
      requests: [{ method: "DELETE", path: PATH, body: { eventStartTime: "2021-06-23T03:30:00+01:00" }, reply: { succeeded: true } }],
      ...done,
      summary: `Removed contact ${CONTACT_ID} from workflow ${WORKFLOW_ID}`,
    },
  },
};

export default rows;
