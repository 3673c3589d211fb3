import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";

/** Templates of text messages, emails and WhatsApp. @see https://marketplace.gohighlevel.com/docs/ghl/locations/get-all-or-email-sms-templates */
export const messageTemplates: ListRequest<Fields> = {
  ...api.getAllOrEmailSmsTemplates, paginator: paginators.skip, items: "templates", pageSize: 100,
};
