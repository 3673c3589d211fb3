import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

export const tasks = defineResource({
  noun: "task",
  sample: {
    id: "v8lSQyzMCBdT6DrcWjFn",
    title: "Call back about the proposal",
    body: "Ask whether the second date works",
    assignedTo: "YlWd2wuCAZQzh2cH1fVZ",
    dueDate: "2026-01-20T14:00:00.000Z",
    completed: false,
    contactId: "ocQHyuzHvysMo5N5VsXc",
  } as Fields,
});

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-tasks */
export const contactTasks: ListRequest<Fields> = {
  ...api.getAllTasks, paginator: paginators.none, items: "tasks",
};
