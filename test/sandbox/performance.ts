/** Prints how long the sandbox takes with many contacts: `npx tsx test/sandbox/performance.ts [200000]`. */
import { open } from "./client.ts";

const DAY = 86_400_000;

async function main(contacts: number): Promise<void> {
  let start = performance.now();
  const bed = await open({ contacts });
  console.log(`start with ${bed.store.contacts.size} contacts: ${Math.round(performance.now() - start)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  const measure = async (label: string, body: object, pages = 20) => {
    const times: number[] = [];
    let searchAfter: unknown;
    for (let page = 0; page < pages; page++) {
      start = performance.now();
      const answer = await bed.api("POST", "/contacts/search", { body: { locationId: bed.locationId, pageLimit: 100, searchAfter, ...body } });
      times.push(performance.now() - start);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      searchAfter = (answer.body as { contacts: { searchAfter: unknown }[] }).contacts.at(-1)?.searchAfter; // 200: a search answer
    }
    times.sort((a, b) => a - b);
    console.log(`${label}: median ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms, worst ${Math.round(times.at(-1) ?? 0)} ms`);
  };
  const range = (field: string) => ({ sort: [{ field, direction: "asc" }], filters: [{ group: "AND", filters: [{ field, operator: "range", value: { gte: Date.now() - 60 * DAY } }] }] });
  await measure("by dateUpdated, range, searchAfter", range("dateUpdated"));
  await measure("by dateAdded, range, searchAfter", range("dateAdded"));
  await measure("the same, 500 a page", { ...range("dateAdded"), pageLimit: 500 });
  await measure("newest first, no filter", { sort: [{ field: "dateAdded", direction: "desc" }] });
  await measure("by dateUpdated, a tag", { sort: [{ field: "dateUpdated", direction: "asc" }], filters: [{ field: "tags", operator: "eq", value: "vip" }] });
  await measure("by words", { query: "rosa ross" }, 5);
  await measure("by two fields", { sort: [{ field: "lastNameLowerCase", direction: "asc" }, { field: "dateAdded", direction: "asc" }] }, 5);
  start = performance.now();
  bed.store.contacts.insert(Array.from({ length: 1500 }, (_, n) => ({ locationId: bed.locationId, email: `load.${n}@example.com` })));
  console.log(`insert 1500 contacts: ${Math.round(performance.now() - start)} ms`);
  await measure("the first searches after that", range("dateUpdated"), 3);
  await bed.close();
}

await main(Number(process.argv[2] ?? 200_000));
