import { LOCATION } from "../account.ts";
import type { Rows } from "../row.ts";

const COMPANY = "UAXssdawIWAWDqW2pL0Z";
const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const location = { id: OTHER_LOCATION, companyId: COMPANY, name: "Harbor Yoga", timezone: "US/Central" };
const address = { phone: "+12025550143", address: "12 Harbor Street", city: "Portland", state: "ME", postalCode: "04101", website: "https://example.com", timezone: "US/Central" };
const settings = { allowDuplicateContact: false, allowDuplicateOpportunity: true, allowFacebookNameMerge: false, disableContactTimezone: true };
const social = {
  facebookUrl: "https://facebook.com/harboryoga", googlePlus: "https://example.com/g", linkedIn: "https://linkedin.com/harboryoga", foursquare: "https://example.com/4", twitter: "https://x.com/harboryoga",
  yelp: "https://yelp.com/harboryoga", instagram: "https://instagram.com/harboryoga", youtube: "https://youtube.com/harboryoga", pinterest: "https://pinterest.com/harboryoga",
  blogRss: "https://example.com/rss", googlePlacesId: "ChIJ1",
};

const rows: Rows = {
  "find-location-by-id": {
    required: {
      props: {},
      requests: [{ method: "GET", path: `/locations/${LOCATION}`, reply: { location: { ...location, id: LOCATION }, traceId: "t" } }],
      returns: { ...location, id: LOCATION },
      summary: `Found sub-account Harbor Yoga (${LOCATION})`,
    },
    all: {
      props: { locationId: OTHER_LOCATION },
      requests: [{ method: "GET", path: `/locations/${OTHER_LOCATION}`, reply: { location } }],
      returns: location,
      summary: `Found sub-account Harbor Yoga (${OTHER_LOCATION})`,
    },
  },
  "create-location": {
    required: {
      props: { name: "Harbor Yoga" },
      requests: [
        { method: "GET", path: `/locations/${LOCATION}`, reply: { location: { id: LOCATION, companyId: COMPANY } } },
        { method: "POST", path: "/locations/", body: { name: "Harbor Yoga", companyId: COMPANY }, reply: location },
      ],
      summary: `Created sub-account Harbor Yoga (${OTHER_LOCATION})`,
    },
    all: {
      props: {
        ...address, ...settings, companyId: COMPANY, name: "Harbor Yoga", country: "united states", social,
        prospectFirstName: "Dana", prospectLastName: "Merritt", prospectEmail: "dana@example.com",
        twilioSid: "AC1", twilioAuthToken: "twilio-secret", mailgunApiKey: "mailgun-secret", mailgunDomain: "mg.example.com", snapshotId: "1eM2UgkfaECOYyUdCo9P",
      },
      requests: [{
        method: "POST", path: "/locations/",
        body: {
          ...address, companyId: COMPANY, name: "Harbor Yoga", country: "US", settings, social,
          prospectInfo: { firstName: "Dana", lastName: "Merritt", email: "dana@example.com" },
          twilio: { sid: "AC1", authToken: "twilio-secret" }, mailgun: { apiKey: "mailgun-secret", domain: "mg.example.com" }, snapshotId: "1eM2UgkfaECOYyUdCo9P",
        },
        reply: location,
      }],
      summary: `Created sub-account Harbor Yoga (${OTHER_LOCATION})`,
    },
  },
};

export default rows;
