import { LOCATION } from "../account.ts";
import { USER_ID } from "../records.ts";
import type { Rows } from "../row.ts";

const PATH = `/users/${USER_ID}`;
const COMPANY = "UAXssdawIWAWDqW2pL0Z";
const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const user = { id: USER_ID, name: "Jonas Weber", firstName: "Jonas", lastName: "Weber", email: "jonas.weber@example.com", roles: { type: "account", role: "user", locationIds: [LOCATION] } };

const person = { firstName: "Jonas", lastName: "Weber", password: "Secret-1234", type: "account", role: "user" };
const rights = {
  phone: "+12025550119",
  permissionsGranted: ["botService", "assignedDataOnly"], permissionsWithheld: ["tagsEnabled"],
  scopes: ["contacts.write", "campaigns.readonly", "contacts.write"], scopesAssignedToOnly: "contacts.write",
  profilePhoto: "https://example.com/jonas.png", twilioPhone: { [LOCATION]: "+12025550143" }, platformLanguage: "de",
};
const rightsBody = {
  phone: "+12025550119",
  permissions: { botService: true, assignedDataOnly: true, tagsEnabled: false },
  scopes: ["contacts.write", "campaigns.readonly"], scopesAssignedToOnly: ["contacts.write"],
  profilePhoto: "https://example.com/jonas.png", twilioPhone: { [LOCATION]: "+12025550143" }, platformLanguage: "de",
};

const rows: Rows = {
  "create-user": {
    // No scopes and no permissions: an empty list of scopes would close everything.
    required: {
      props: { ...person, email: "jonas.weber@example.com", scopes: [], permissionsGranted: [] },
      requests: [
        { method: "GET", path: `/locations/${LOCATION}`, reply: { location: { id: LOCATION, companyId: COMPANY } } },
        { method: "POST", path: "/users/", body: { ...person, email: "jonas.weber@example.com", companyId: COMPANY, locationIds: [LOCATION] }, reply: user, status: 201 },
      ],
      summary: `Created user Jonas Weber (${USER_ID})`,
    },
    all: {
      props: { ...person, ...rights, email: " jonas.weber@example.com ", companyId: COMPANY, locationId: OTHER_LOCATION, locationIds: [LOCATION, OTHER_LOCATION] },
      requests: [{ method: "POST", path: "/users/", body: { ...person, ...rightsBody, email: "jonas.weber@example.com", companyId: COMPANY, locationIds: [LOCATION, OTHER_LOCATION] }, reply: user, status: 201 }],
      summary: `Created user Jonas Weber (${USER_ID})`,
    },
  },
  "update-user": {
    required: {
      props: { userId: USER_ID, firstName: "Jon", scopes: [" "] },
      requests: [{ method: "PUT", path: PATH, body: { firstName: "Jon" }, reply: user }],
      summary: `Updated user Jonas Weber (${USER_ID})`,
    },
    all: {
      props: { ...person, ...rights, userId: USER_ID, companyId: COMPANY, locationId: OTHER_LOCATION, locationIds: [OTHER_LOCATION] },
      requests: [{ method: "PUT", path: PATH, body: { ...person, ...rightsBody, companyId: COMPANY, locationIds: [OTHER_LOCATION] }, reply: user }],
      summary: `Updated user Jonas Weber (${USER_ID})`,
    },
    leftOut: { email: "deprecated: HighLevel does not let a user's email be changed" },
  },
  "delete-user": {
    required: {
      props: { userId: USER_ID },
      requests: [{ method: "DELETE", path: PATH, reply: { succeded: true, message: "Queued deleting user." } }],
      returns: { succeeded: true },
      summary: `Deleted user ${USER_ID}; it may take some minutes to show`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, userId: USER_ID },
      requests: [{ method: "DELETE", path: PATH, reply: { succeeded: true } }],
      returns: { succeeded: true },
      summary: `Deleted user ${USER_ID}; it may take some minutes to show`,
    },
  },
};

export default rows;
