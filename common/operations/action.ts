import { ConfigurationError } from "#platform";
import { eachOnce, endpointOf } from "../api/endpoint.ts";
import { HighLevelError } from "../api/http/errors.ts";
import type { ApiRequest } from "../api/http/request.ts";
import { pathParams, unwrap } from "../api/http/shape.ts";
import { withSend } from "../api/pagination/with-send.ts";
import type { Form } from "../input/choices.ts";
import { idFieldsOf, labelsOf, withCleanForm } from "../input/form.ts";
import { OPERATION } from "../core/types.ts";
import type { ActionContext, ActionInstance, App, Endpoint, Fields, OperationDescriptor } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import { callsOf, fieldSpec, readFields, rulesOf } from "../input/fields.ts";
import type { Field, FieldSpec, Input } from "../input/fields.ts";
import { checkRules } from "../input/rules.ts";
import type { Rule } from "../input/rules.ts";

export interface EndpointSpec extends Endpoint {
  /** The path's placeholders that are not a prop of the same name. */
  ids?: Field[];
  query?: Field[];
  /** Absent: no body is sent. Empty: `{}` is sent. */
  body?: Field[];
  /**
   * Keys under which the record may come (documented and live shape): the first present one wins, else the whole answer.
   * Or a reader of the answer, such as {@link succeeded}.
   */
  result?: string | string[] | ((answer: Fields) => Fields);
  /** What it returns, made up: for reads. Of other actions, the end-to-end tests record it. */
  sample?: unknown;
  /** What is returned for the record; the record itself if left out. */
  shape?(record: Fields, props: ActionInstance, answer: Fields): Fields;
  /** Keys of the answer beside the record that later steps can use: exported under their own names. */
  exports?: string[];
  /** What is known of the form's fields: all that have choices, or a label that is not simply their name. */
  form?: Form;
  /** What fields have to do with each other, beside the rules of the fields that are sent. */
  rules?: Rule[];
  /** What cannot be said in rules, checked before anything is sent; throws a ConfigurationError. */
  check?(input: Input): void | Promise<void>;
  /** One line for the workflow's log: what was done, with name or id. */
  summary(result: Fields, props: ActionInstance, answer: Fields): string;
}

/** Where the fields of a request go: for hosts and tests that want to know without running it. */
export interface EndpointDescriptor extends OperationDescriptor {
  path: FieldSpec[];
  query: FieldSpec[];
  /** Absent where no body is sent. */
  body?: FieldSpec[];
}

/**
 * The result of an endpoint that only says whether it was done, under whichever spelling.
 * @throws HighLevelError where it says that it was not
 */
export function succeeded(answer: Fields): Fields {
  const { succeded, succeeded: spelled, success } = answer ?? {};
  if ([succeded, spelled, success].includes(false)) {
    throw new HighLevelError("HighLevel took the request, but says that it was not carried out. Check the IDs in the form: the record may be gone already.", "invalid");
  }
  return { succeeded: true };
}

/**
 * The behavior of an action that is one call of one endpoint.
 * The body has exactly the fields named here; what is empty in the form is not sent.
 */
export function endpoint(spec: EndpointSpec) {
  const { method, path, ids = [], query = [], body, result = [], exports = [] } = spec;
  const fields = [...ids, ...query, ...body ?? []];
  const rules = [...spec.rules ?? [], ...rulesOf(fields)];
  const descriptor: EndpointDescriptor = {
    kind: "endpoint",
    endpoints: [endpointOf(spec), ...callsOf(fields)],
    path: ids.map(fieldSpec),
    query: query.map(fieldSpec),
    ...(body && { body: body.map(fieldSpec) }),
    ...(spec.form && { form: spec.form }),
    ...(rules.length > 0 && { rules }),
    ...(spec.sample !== undefined && { sample: spec.sample }),
  };
  const labels = labelsOf(fields.map(fieldSpec), spec.form);
  return {
    [OPERATION]: descriptor,
    async run(this: ActionInstance, { $ }: { $: ActionContext }): Promise<Fields> {
      const props = withCleanForm(this, spec.form);
      const input: Input = { app: this.app, props, $, form: spec.form };
      checkRules(rules, props, spec.form);
      await spec.check?.(input);
      const params = await readFields(ids, input);
      const values = body && await readFields(body, input);
      if (method === "PUT" && values && Object.keys(values).length === 0) {
        throw new ConfigurationError("Fill in at least one field. There is nothing to change.");
      }
      const answer = await this.app.request({
        ...endpointOf(spec),
        pathParams: { ...pathParams(path, props), ...params },
        query: await readFields(query, input),
        body: values,
        labels,
        idFields: idFieldsOf(props, spec.form),
        deadline: deadlineOf($),
        $,
      });
      const record = typeof result === "function" ? result(answer) : unwrap(answer, result);
      for (const key of exports) $.export(key, answer[key]);
      const returned = spec.shape ? spec.shape(record, props, answer) : record;
      $.export("$summary", spec.summary(record, props, answer));
      return returned;
    },
  };
}

export interface CustomSpec {
  endpoints: Endpoint[];
  /** What is known of the form's fields: all that have choices, or a label that is not simply their name. */
  form?: Form;
  /** What fields have to do with each other, beside the rules of `body`. */
  rules?: Rule[];
  /** Fields of the requests that are sent: errors have their labels, and their rules are checked. */
  ids?: Field[];
  query?: Field[];
  body?: Field[];
  /** What it returns, made up: for reads. */
  sample?: unknown;
  run(input: Input): Promise<unknown>;
}

/** The app, whose errors have the labels of the form. */
const labelling = (app: App, known: Pick<ApiRequest, "labels" | "idFields">): App => withSend(app, (request) => app.send({ ...known, ...request }));

/** The behavior of an action that needs more than one call. It exports its own `$summary`. */
export function action({ endpoints, form, rules: own = [], ids = [], query = [], body = [], sample, run }: CustomSpec) {
  const fields = [...ids, ...query, ...body].map(fieldSpec);
  const rules = [...own, ...rulesOf(fields)];
  const descriptor: OperationDescriptor & Pick<EndpointDescriptor, "path" | "query" | "body"> = {
    kind: "custom",
    endpoints: eachOnce([...endpoints, ...callsOf(fields)]),
    path: ids.map(fieldSpec),
    query: query.map(fieldSpec),
    body: body.map(fieldSpec),
    ...(form && { form }),
    ...(rules.length > 0 && { rules }),
    ...(sample !== undefined && { sample }),
  };
  const labels = labelsOf(fields, form);
  return {
    [OPERATION]: descriptor,
    async run(this: ActionInstance, { $ }: { $: ActionContext }): Promise<unknown> {
      const props = withCleanForm(this, form);
      checkRules(rules, props, form);
      return run({ app: labelling(this.app, { labels, idFields: idFieldsOf(props, form) }), props, $, form });
    },
  };
}
