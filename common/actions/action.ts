import { ConfigurationError } from "@pipedream/platform";
import { OPERATION } from "../types.ts";
import type { ActionContext, ActionInstance, Endpoint, Fields, OperationDescriptor } from "../types.ts";
import { fieldSpec, readFields } from "./fields.ts";
import type { Field, Input } from "./fields.ts";

export interface EndpointSpec extends Endpoint {
  query?: Field[];
  /** Absent: no body is sent. Empty: `{}` is sent. */
  body?: Field[];
  /** Keys under which the record may come (documented and live shape); the first present one wins, else the whole answer. */
  result?: string | string[];
  /** Checks before anything is sent; throws a ConfigurationError. */
  check?(input: Input): void | Promise<void>;
  /** One line for the workflow's log: what was done, with name or id. */
  summary(result: Fields, props: ActionInstance): string;
}

/** What is called, for hosts and tests that want to know without running it. */
export interface EndpointDescriptor extends OperationDescriptor {
  query: string[];
  body?: string[];
}

/** The record inside an answer, whichever of the known envelopes it came in. */
export function unwrap(data: Fields, keys: string | string[] | undefined): Fields {
  const inside = [keys ?? []].flat().map((key) => data?.[key]).find((value) => value !== undefined && value !== null);
  return inside !== null && typeof inside === "object" ? inside as Fields : data ?? {};
}

/** When an action has to be done, epoch ms, where the platform says so; a second is kept for the way back. */
export function deadlineOf($: ActionContext): number | undefined {
  const deadline = $.context?.deadline;
  return typeof deadline === "number" ? deadline - 1000 : undefined;
}

/**
 * The behaviour of an action that is one call of one endpoint.
 * The body has exactly the fields named here; what is empty in the form is not sent.
 */
export function endpoint(spec: EndpointSpec) {
  const { method, path, scope, query = [], body } = spec;
  const descriptor: EndpointDescriptor = {
    kind: "endpoint",
    endpoints: [{ method, path, scope }],
    query: query.map((field) => fieldSpec(field).name),
    ...(body && { body: body.map((field) => fieldSpec(field).name) }),
  };
  return {
    [OPERATION]: descriptor,
    async run(this: ActionInstance, { $ }: { $: ActionContext }): Promise<Fields> {
      const input: Input = { app: this.app, props: this, $ };
      await spec.check?.(input);
      const values = body && await readFields(body, input);
      if (method === "PUT" && values && Object.keys(values).length === 0) {
        throw new ConfigurationError("There is nothing to change. Fill in at least one of the fields to update.");
      }
      const data = await this.app.request({
        method,
        path,
        scope,
        pathParams: pathParams(path, input),
        query: await readFields(query, input),
        body: values,
        deadline: deadlineOf($),
        $,
      });
      const result = unwrap(data, spec.result);
      $.export("$summary", spec.summary(result, this));
      return result;
    },
  };
}

/** Placeholders take the props of the same name; the location also the account's own. */
export function pathParams(path: string, { app, props }: Input): Record<string, unknown> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  return Object.fromEntries(names.map((name) => [name, name === "locationId" ? app.locationId(props.locationId) : props[name]]));
}

export interface CustomSpec {
  endpoints: Endpoint[];
  run(input: Input): Promise<unknown>;
}

/** The behaviour of an action that needs more than one call. It exports its own `$summary`. */
export function action({ endpoints, run }: CustomSpec) {
  const descriptor: OperationDescriptor = { kind: "custom", endpoints };
  return {
    [OPERATION]: descriptor,
    async run(this: ActionInstance, { $ }: { $: ActionContext }): Promise<unknown> {
      return run({ app: this.app, props: this, $ });
    },
  };
}
