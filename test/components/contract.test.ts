/** The checks of the contract on requests, declarations and answers that are broken on purpose: each has to be told. */
import { describe, expect, it } from "@jest/globals";
import { operation } from "../../local/facts/index.ts";
import { catalogProblems } from "../../local/tools/catalog-problems.ts";
import type { BuiltOperation } from "../../local/tools/catalog-problems.ts";
import { placeOf } from "../../local/facts/records.ts";
import { answerWith, fieldProblems, replyProblems } from "./answers.ts";
import { declarationProblems, requestProblems, unsentFields } from "./facts.ts";

const CONTACT = "/contacts/ocQHyuzHvysMo5N5VsXc";
const task = { method: "POST", path: `${CONTACT}/tasks`, version: "2021-07-28", body: { title: "Call", dueDate: "2026-01-20T14:00:00-05:00", completed: false } };
const list = { method: "GET", path: "/contacts/", version: "2021-07-28", query: { locationId: "C2QujeCh8ZnC7al2InWR", limit: "20" } };

describe("requests", () => {
  it("that are right are let through", () => {
    expect([task, list].flatMap(requestProblems)).toEqual([]);
  });

  it.each<[string, Parameters<typeof requestProblems>[0], RegExp]>([
    ["a wrong method", { ...task, method: "PATCH" }, /no operation PATCH/],
    ["a wrong path", { ...task, path: `${CONTACT}/task` }, /no operation POST .*\/task\./],
    ["a missing slash at the end", { ...list, path: "/contacts" }, /no operation GET \/contacts\./],
    ["another Version", { ...task, version: "2021-04-15" }, /Version is 2021-04-15, the facts have 2021-07-28/],
    ["no Version", { ...task, version: undefined }, /Version is undefined/],
    ["an unknown body field", { ...task, body: { ...task.body, priority: 1 } }, /priority should not exist/],
    ["a missing body field", { ...task, body: { title: "Call", completed: false } }, /dueDate should not be empty/],
    ["a body field of another type", { ...task, body: { ...task.body, completed: "no" } }, /completed must be a boolean/],
    ["no body", { ...task, body: undefined }, /POST .*body|not be empty|object/],
    ["an unknown query parameter", { ...list, query: { ...list.query, tag: "vip" } }, /tag should not exist/],
    ["a missing query parameter", { ...list, query: { limit: "20" } }, /locationId should not be empty/],
    ["a query value out of range", { ...list, query: { ...list.query, limit: "1000" } }, /limit must not be greater than 100/],
  ])("%s is told", (_, sent, says) => {
    const problems = requestProblems(sent);
    expect(problems.join("\n")).toMatch(says);
    expect(problems).toHaveLength(1);
  });
});

describe("declarations", () => {
  const declared = { endpoints: [{ method: "POST", path: "/contacts/{contactId}/tasks" }], scopes: ["contacts.write"] };
  const lookUp = { method: "GET", path: "/locations/C2QujeCh8ZnC7al2InWR" };

  it.each<[string, Parameters<typeof declarationProblems>, string[]]>([
    ["what is called", [declared, [task]], []],
    ["an endpoint that is not declared", [{ ...declared, scopes: ["contacts.write", "locations.readonly"] }, [task, lookUp]], ["calls GET /locations/{locationId}, which it does not declare"]],
    ["an endpoint that is never called", [{ ...declared, endpoints: [...declared.endpoints, { method: "GET", path: "/contacts/" }] }, [task]], ["declares GET /contacts/, but never calls it"]],
    ["a missing scope", [{ ...declared, scopes: [] }, [task]], ["needs the scope contacts.write, which it does not declare"]],
  ])("%s", (_, given, expected) => {
    expect(declarationProblems(...given)).toEqual(expected);
  });

  it.each<[string, Partial<BuiltOperation>, RegExp]>([
    ["a scope that is missing", { scopes: [] }, /does not name the scope contacts\.write/],
    ["a scope too many", { scopes: ["contacts.write", "users.write"] }, /names the scope users\.write/],
    ["the catalog's endpoint missing", { endpoints: [] }, /does not call POST/],
  ])("%s is told by the catalog check", (_, change, says) => {
    const row: BuiltOperation = { ...declared, slug: "create-contact-task", key: "highlevel_oauth-create-contact-task", name: "Create Contact Task", type: "action", category: "contacts", file: "x", ...change };
    const wanted = { slug: row.slug, name: row.name, type: "action", category: "contacts", endpoints: [operation("POST", "/contacts/{contactId}/tasks")] } as const;
    expect(catalogProblems([row], [{ ...wanted, endpoints: [...wanted.endpoints] }], (method, path) => operation(method, path).scopes).join("\n")).toMatch(says);
  });

  it("fields that are never sent are told, and endpoints that are never called", () => {
    expect(unsentFields("create-contact-task", [task])).toEqual(["body", "assignedTo"]);
    expect(unsentFields("create-contact-task", [list])).toEqual(["POST /contacts/{contactId}/tasks (never called)"]);
  });
});

describe("answers", () => {
  const { 200: answer = {} } = operation("GET", "/contacts/{contactId}/tasks").responses;
  const record = { id: "hyuzHvysMo5N5VsXcocQ", title: "Call", contactId: "ocQHyuzHvysMo5N5VsXc", completed: false };

  it("a record is found where it is documented, and put there", () => {
    const place = placeOf(record, answer)!;
    expect(place.path).toEqual(["tasks", "[]"]);
    expect(answerWith([record], answer, place.path)).toEqual({ tasks: [record] });
    expect(fieldProblems(record, place)).toEqual([]);
    expect(replyProblems({ tasks: [record] }, [answer])).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ["a wrong envelope", { task: [record] }, /^task is not documented$/],
    ["a record without envelope", record, /id is not documented/],
    ["a record in place of a list", { tasks: record }, /^tasks is no list$/],
    ["an unknown field", { tasks: [{ ...record, priority: 1 }] }, /^tasks\.priority is not documented$/],
    ["a value of another type", { tasks: [{ ...record, completed: "no" }] }, /^tasks\.completed is "no", documented as boolean$/],
  ])("%s is told", (_, reply, says) => {
    expect(replyProblems(reply, [answer])!.map((problem) => problem.says).join("\n")).toMatch(says);
  });

  it("nothing to compare with is no agreement", () => {
    expect(replyProblems(record, [{}])).toBeUndefined();
    expect(placeOf({ name: "a", height: 1 }, answer)).toBeUndefined();
    expect(fieldProblems({ ...record, title: 1 }, placeOf(record, answer)!)).toHaveLength(1);
  });
});
