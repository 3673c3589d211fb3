/** What a blog post is given where the form leaves it open. */
import { describe, expect, it } from "@jest/globals";
import { LOCATION, mock, run, failureOf } from "./harness.ts";
import type { Call } from "./row.ts";

const POST_ID = "66c381b38be80858b9af62b6";
const AUTHOR = "6683abde331c041f32c07aea";
const form = {
  blogId: "66b5aa3b1745b2713a8d033f", title: "Fünf Fragen: wie geht's?", description: "What to ask", rawHTML: "<p>Ask.</p>", status: "DRAFT",
  publishedAt: "2026-01-01T09:00:00Z", imageUrl: "https://example.com/call.jpg", author: AUTHOR, categories: ["6683abde331c041f32c07aee"],
};
const present = { _id: POST_ID, ...form, title: "Old", urlSlug: "old", imageAltText: "A phone", tags: ["old"], canonicalLink: "https://example.com/old" };

const slug = (exists: boolean): Call => ({ method: "GET", path: "/blogs/posts/url-slug-exists", reply: { exists } });
const created: Call = { method: "POST", path: "/blogs/posts", reply: { data: { _id: POST_ID } } };
const updated: Call = { method: "PUT", path: `/blogs/posts/${POST_ID}`, reply: { updatedBlogPost: { _id: POST_ID } } };
const now: Call = { method: "GET", path: `/locations/${LOCATION}`, reply: {}, headers: { date: "Wed, 25 Nov 2026 15:10:00 GMT" } };
const posts = (...rows: object[]): Call => ({ method: "GET", path: "/blogs/posts/all", reply: { blogs: rows } });
const noScope = { status: 401, reply: { message: "The token is not authorized for this scope." } };

async function body(operation: string, props: Record<string, unknown>, calls: Call[]): Promise<unknown> {
  const wire = mock(calls);
  await run(operation, props);
  return wire.at(-1)?.body;
}

describe("a slug", () => {
  it("is made from the title", async () => {
    expect(await body("create-blog-post", form, [slug(false), created])).toMatchObject({ urlSlug: "funf-fragen-wie-gehts" });
    expect(await body("create-blog-post", { ...form, title: "\uFB01ne \u2460 idea" }, [slug(false), created])).toMatchObject({ urlSlug: "fine-1-idea" });
    const title = `${"word ".repeat(15)}another`;
    expect(await body("create-blog-post", { ...form, title }, [slug(false), created])).toMatchObject({ urlSlug: `${"word-".repeat(15)}anoth` });
  });

  it("gets a number while it is taken", async () => {
    expect(await body("create-blog-post", form, [slug(true), slug(true), slug(false), created])).toMatchObject({ urlSlug: "funf-fragen-wie-gehts-3" });
  });

  it("is refused if it was written and is taken", async () => {
    mock([slug(true)]);
    expect((await failureOf("create-blog-post", { ...form, urlSlug: "five" })).message).toContain('URL Slug: "five" is taken by another post');
  });

  it("cannot be made from a title without Latin letters", async () => {
    expect((await failureOf("create-blog-post", { ...form, title: "五つの質問" })).message).toContain("URL Slug is empty, and none can be made from this title.");
  });
});

describe("the time", () => {
  it("is HighLevel's now", async () => {
    expect(await body("create-blog-post", { ...form, publishedAt: "" }, [now, slug(false), created])).toMatchObject({ publishedAt: "2026-11-25T15:10:00.000Z" });
  });

  it("has to be written for a scheduled post", async () => {
    const { message } = await failureOf("create-blog-post", { ...form, status: "SCHEDULED", publishedAt: undefined });
    expect(message).toBe("Published At is empty. Fill in when the scheduled post is to be published.");
    mock([posts(present)]);
    expect((await failureOf("update-blog-post", { blogId: form.blogId, postId: POST_ID, rawHTML: "<p>New</p>", status: "SCHEDULED" })).message).toBe(message);
  });
});

describe("an author", () => {
  const authors = (...names: string[]): Call => ({ method: "GET", path: "/blogs/authors", reply: { authors: names.map((name, index) => ({ _id: `author${index}`, name })) } });

  it("may be named", async () => {
    expect(await body("create-blog-post", { ...form, author: " dana MERRITT" }, [authors("Bo Day", "Dana Merritt"), slug(false), created])).toMatchObject({ author: "author1" });
  });

  it.each([
    ["Dan", ["Dana Merritt"], 'Author: there is no author "Dan" in this sub-account. Choose one from the list.'],
    ["Dana", ["Dana", "dana"], 'Author: "Dana" is the name of more than one author. Write the id of the one you mean: author0 or author1.'],
  ])("%s of %j is not known", async (author, names, message) => {
    mock([authors(...names)]);
    expect((await failureOf("create-blog-post", { ...form, author })).message).toBe(message);
  });
});

describe("an update", () => {
  const change = { blogId: form.blogId, postId: POST_ID, rawHTML: "<p>New</p>" };

  it("keeps what is left empty", async () => {
    expect(await body("update-blog-post", { ...change, title: "New" }, [posts({ _id: "other" }, present), slug(false), updated]))
      .toEqual({ ...present, _id: undefined, locationId: LOCATION, blogId: form.blogId, rawHTML: "<p>New</p>", title: "New" });
  });

  it("that publishes a draft does so now; one of a published post keeps its time", async () => {
    expect(await body("update-blog-post", { ...change, status: "PUBLISHED" }, [posts(present), now, slug(false), updated])).toMatchObject({ publishedAt: "2026-11-25T15:10:00.000Z" });
    expect(await body("update-blog-post", { ...change, status: "PUBLISHED" }, [posts({ ...present, status: "PUBLISHED" }), slug(false), updated])).toMatchObject({ publishedAt: form.publishedAt });
  });

  it("does not write a post that the blog does not have", async () => {
    mock([posts({ _id: "other" })]);
    expect((await failureOf("update-blog-post", change)).message).toContain(`this blog has no post "${POST_ID}"`);
  });

  it("needs a full form if the account may not read posts", async () => {
    const list = { ...posts(), ...noScope };
    expect(await body("update-blog-post", { ...form, ...change, urlSlug: "five", imageAltText: "A" }, [list, slug(false), updated])).toMatchObject({ urlSlug: "five" });
    mock([list]);
    expect((await failureOf("update-blog-post", change)).message).toContain("blogs/posts.readonly");
  });
});
