/** Custom fields of an upsert, which its endpoint does not take. */
import { expect, it } from "@jest/globals";
import { LOCATION, mock, run, failureOf } from "./harness.ts";
import { CONTACT_ID } from "./records.ts";
import type { Call } from "./row.ts";

const props = { pipelineId: "VDm7RPYC2GLUvdpKmBfC", contactId: CONTACT_ID, customField1: "cfOrigin", customFieldValue1: "Fair" };
const fields: Call = { method: "GET", path: `/locations/${LOCATION}/customFields`, reply: { customFields: [{ id: "cfOrigin", name: "Origin", fieldKey: "opportunity.origin", dataType: "TEXT" }] } };
const upsert: Call = { method: "POST", path: "/opportunities/upsert", reply: { opportunity: { id: "o1", name: "Plan" }, new: true } };
const update: Call = { method: "PUT", path: "/opportunities/o1", reply: { opportunity: { id: "o1", name: "Plan", customFields: [{ id: "cfOrigin" }] } } };

it("follow in an update of the opportunity that was found or created", async () => {
  const wire = mock([fields, upsert, update]);
  const { returnValue, exports } = await run("upsert-opportunity", props);
  expect(wire.at(-1)?.body).toEqual({ customFields: [{ id: "cfOrigin", field_value: "Fair" }] });
  expect(returnValue).toMatchObject({ customFields: [{ id: "cfOrigin" }] });
  expect(exports).toMatchObject({ new: true, $summary: 'Created opportunity "Plan" (o1)' });
});

it("are checked before anything is written", async () => {
  mock([fields]);
  expect((await failureOf("upsert-opportunity", { ...props, customField1: "unknown" })).message).toContain('no custom field "unknown"');
});

it("that are refused leave an error that names the opportunity", async () => {
  mock([fields, upsert, { ...update, status: 400, reply: { message: "Invalid custom field" } }]);
  const error = await failureOf("upsert-opportunity", props);
  expect(error.name).toBe("PartialFailureError");
  expect(error.message).toMatch(/^The opportunity o1 was saved, but its custom fields were not\. .*Invalid custom field/);
  expect(error.message).not.toMatch(/nothing was changed/i); // the opportunity was
  expect(error.details).toEqual({ opportunityId: "o1" });
});

it("whose end is unclear are not said to be missing", async () => {
  mock([fields, upsert, { ...update, status: 500, reply: { message: "Oops" } }]);
  const { message } = await failureOf("upsert-opportunity", props);
  expect(message).toMatch(/^The opportunity o1 was saved, but its custom fields may not have been\. If they are missing in HighLevel, run this again/);
});
