import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

export const companies = defineResource({
  noun: "agency",
  volatile: ["traceId", "dateUpdated", "updatedAt"],
  fields: [
    "logoUrl", "spareDomain", "privacyPolicy", "termsConditions", "relationshipNumber", "subdomain", "customerType",
    "termsOfServiceVersion", "termsOfServiceAcceptedBy", "twilioTrialMode", "twilioFreeCredits", "termsOfServiceAcceptedDate", "privacyPolicyVersion",
    "privacyPolicyAcceptedBy", "privacyPolicyAcceptedDate", "affiliatePolicyVersion", "affiliatePolicyAcceptedBy", "affiliatePolicyAcceptedDate",
    "isReselling", "onboardingInfo", "upgradeEnabledForClients", "cancelEnabledForClients", "autoSuspendEnabled", "saasSettings", "stripeConnectId",
    "enableDepreciatedFeatures", "premiumUpgraded", "disableEmailService", "referralId", "isEnterpriseAccount", "businessNiche", "businessCategory",
    "businessAffinityGroup", "isSandboxAccount", "enableNewSubAccountDefaultData",
  ],
  sample: {
    id: "UAXssdawIWAWDqW2pL0Z",
    name: "Lighthouse Marketing",
    email: "hello@example.com",
    phone: "+12025550100",
    website: "https://example.com",
    domain: "app.example.com",
    address: "100 Example Street",
    city: "Portland",
    state: "ME",
    country: "US",
    postalCode: "04101",
    timezone: "America/New_York",
    plan: 1,
    currency: "USD",
    status: "active",
    locationCount: 12,
  } as Fields,
});
