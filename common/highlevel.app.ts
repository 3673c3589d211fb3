import { ConfigurationError } from "#platform";
import * as api from "./api/endpoints.ts";
import { dedupeKey } from "./core/fingerprint.ts";
import { send } from "./api/http/request.ts";
import type { ApiRequest } from "./api/http/request.ts";
import { paginate } from "./api/pagination/paginate.ts";
import type { ListCall, ListRequest } from "./api/pagination/paginate.ts";
import * as propDefinitions from "./dropdowns/index.ts";
import { withOptions } from "./dropdowns/dropdown.ts";
import { code } from "./core/text/code.ts";
import type { App, Fields } from "./core/types.ts";

async function location(app: App, override: unknown, deadline?: number): Promise<Fields> {
  const { location: found } = await app.request<{ location?: Fields }>({
    ...api.getLocation,
    pathParams: { locationId: app.locationId(override) },
    scope: "locations.readonly",
    deadline,
  });
  return found ?? {};
}

/** The app definition: authentication, requests, paging, dedupe keys and shared props. */
export default {
  type: "app",
  app: "highlevel_oauth",
  propDefinitions: withOptions(propDefinitions),
  methods: {
    send(this: App, request: ApiRequest) {
      return send(this.$auth, request);
    },
    async request(this: App, request: ApiRequest) {
      return (await this.send(request)).data;
    },
    paginate<T extends object>(this: App, list: ListRequest<T>, call?: ListCall) {
      return paginate((request) => this.send(request), list, call);
    },
    locationId(this: App, override?: unknown): string {
      const id = code(override || this.$auth.locationId || "", "Sub-Account");
      if (id) return id;
      throw new ConfigurationError("Which sub-account? Choose one in Sub-Account, or type its Location ID: in HighLevel, open the sub-account; the ID follows /location/ in the address, and is shown in Settings > Business Profile.");
    },
    async companyId(this: App, locationOverride?: unknown, deadline?: number): Promise<string> {
      const id = code(this.$auth.companyId || (await location(this, locationOverride, deadline)).companyId || "", "Agency");
      if (id) return id;
      throw new ConfigurationError("HighLevel does not say which agency this sub-account belongs to. Connect with the agency's account.");
    },
    async timeZone(this: App, locationOverride?: unknown, deadline?: number): Promise<string> {
      const zone = String((await location(this, locationOverride, deadline)).timezone ?? "").trim();
      if (zone) return zone;
      throw new ConfigurationError("The sub-account has no time zone. Write times with their offset, such as 2026-12-01T09:00:00-05:00, or choose a time zone in HighLevel: Settings > Business Profile.");
    },
    dedupeKey,
  },
};
