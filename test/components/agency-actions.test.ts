import { expect, it } from "@jest/globals";
import { failureOf } from "./harness.ts";
import { CONTACT_ID, USER_ID } from "./records.ts";

const pipelineId = "VDm7RPYC2GLUvdpKmBfC";
const opportunityId = "yWQobCRIhRguQtD2llvk";
const deal = { pipelineId, contactId: CONTACT_ID, name: "Plan", status: "open" };
const person = { firstName: "Jonas", lastName: "Weber", email: "jonas@example.com", password: "Secret-1234", type: "account", role: "user" };
const companyId = "UAXssdawIWAWDqW2pL0Z";

/** What is filled in wrongly, and what the person is told. None of these may send anything: there are no mocks. */
const rows: [slug: string, props: Record<string, unknown>, message: string][] = [
  // Opportunities
  ["create-opportunity", { ...deal, pipelineId: " " }, "The field Pipeline is empty. Fill it in; an expression in it may have found nothing."],
  ["create-opportunity", { ...deal, name: " " }, "The field Opportunity Name is empty. Fill it in; an expression in it may have found nothing."],
  ["create-opportunity", { ...deal, monetaryValue: "1,250" }, "Opportunity Value: \"1,250\" is not a number. Write it without thousands separators, such as 1250.50."],
  ["update-opportunity", { opportunityId }, "Fill in at least one field. There is nothing to change."],
  ["update-opportunity", { opportunityId: " ", name: "x" }, "The field Opportunity is empty. Fill it in; an expression in it may have found nothing."],
  ["update-opportunity-status", { opportunityId, status: "won", lostReasonId: "r1" }, "Clear Lost Reason. It only goes with the status Lost."],
  ["upsert-opportunity", { pipelineId, contactId: CONTACT_ID, lostReasonId: "r1" }, "Clear Lost Reason. It only goes with the status Lost."],
  ["upsert-opportunity", { pipelineId, name: "Plan" }, "Fill in Contact or Opportunity. HighLevel recognizes an opportunity by its contact and pipeline, or by its own ID."],
  ["upsert-opportunity", { pipelineId, contactId: CONTACT_ID, followersActionType: "remove" }, "Fill in Followers or Remove All Followers. Followers: Add or Remove needs somebody to add or remove."],
  ["add-opportunity-followers", { opportunityId, userIds: [" "] }, "The field Followers is empty. Fill it in; an expression in it may have found nothing."],
  ["remove-opportunity-followers", { opportunityId, isRemoveAllFollowers: false }, "Fill in Followers or Remove All Followers. They say whom to remove."],

  // Users: the form is checked before the agency is asked for
  ["create-user", { ...person, email: "jonas" }, "Email: \"jonas\" is not an email address. Write one address, such as maya@example.com."],
  ["create-user", { ...person, password: " " }, "The field Password is empty. Fill it in; an expression in it may have found nothing."],
  ["create-user", { ...person, permissionsGranted: ["tagsEnabled"], permissionsWithheld: ["tagsEnabled"] }, "\"Tags\" stands in Permissions to Grant and in Permissions to Withhold. Take it out of one of them."],
  ["update-user", { userId: USER_ID, twilioPhone: { home: "x" } }, "Inbound Twilio Numbers, home: \"x\" is not a phone number: it contains a letter (x). Write it with the country code, such as +12025550143."],
  ["update-user", { userId: USER_ID, companyId }, "Fill in at least one field. There is nothing to change."],

  // Sub-accounts
  ["create-location", { companyId, name: " " }, "The field Business Name is empty. Fill it in; an expression in it may have found nothing."],
  ["create-location", { companyId, name: "Studio", country: "Curaçao" }, "Country: \"Curaçao\" cannot be chosen. Choose one of the 247 in the list."],
  ["create-location", { companyId, name: "Studio", prospectEmail: "dana@example.com" }, "Fill in Prospect: First Name and Prospect: Last Name too, or clear Prospect: Email. HighLevel only takes the prospect if it is complete."],
  ["create-location", { companyId, name: "Studio", twilioSid: "AC1" }, "Fill in Twilio Auth Token too, or clear Twilio SID. HighLevel only takes the Twilio account if it is complete."],
  ["create-location", { companyId, name: "Studio", mailgunApiKey: "key" }, "Fill in Mailgun Domain too, or clear Mailgun API Key. HighLevel only takes the Mailgun account if it is complete."],
  ["create-location", { companyId, name: "Studio", social: { myspace: "x" } }, "Social Media: HighLevel knows no \"myspace\". It knows facebookUrl, googlePlus, linkedIn, foursquare, twitter, yelp, instagram, youtube, pinterest, blogRss, googlePlacesId."],
];

it.each(rows)("%s %j", async (slug, props, message) => {
  const error = await failureOf(slug, props);
  expect(error.message).toBe(message);
  expect(error.name).toBe("ConfigurationError");
});
