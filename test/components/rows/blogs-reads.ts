import { LOCATION } from "../account.ts";
import type { Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const BLOG_ID = "66b5aa3b1745b2713a8d033f";
const POST_ID = "66c381b38be80858b9af62b6";
const blog = { _id: BLOG_ID, name: "News from the studio" };
const post = { _id: POST_ID, title: "Five questions for a first call", urlSlug: "five-questions", status: "PUBLISHED" };
const author = { _id: "6683abde331c041f32c07aea", name: "Dana Merritt", locationId: LOCATION };
const category = { _id: "6683abde331c041f32c07aee", label: "Agency growth", locationId: LOCATION };
const slug = "/blogs/posts/url-slug-exists";
const get = (path: string, query: Record<string, string>, reply: unknown) => ({ method: "GET" as const, path, query, reply });

/** A list whose only field of its own is Max Results. */
const list = (path: string, key: string, record: { _id: string }, [one, many]: [string, string], from: string, [props, query]: [Record<string, string>, Record<string, string>] = [{}, {}]) => ({
  required: {
    props: {}, returns: [record], exports: { hasMore: false }, summary: `Fetched 1 ${one}`,
    requests: [get(path, { locationId: LOCATION, limit: "50", [from]: "0" }, { [key]: [record] })],
  },
  all: {
    props: { ...props, maxResults: 1, locationId: OTHER_LOCATION }, returns: [record], exports: { hasMore: true }, summary: `Fetched the first 1 ${many}; to get more, raise Max Results`,
    requests: [get(path, { ...query, locationId: OTHER_LOCATION, limit: "2", [from]: "0" }, { [key]: [record, { ...record, _id: "Second" }] })],
  },
});

const rows: Rows = {
  "fetch-blogs": list("/blogs/site/all", "data", blog, ["blog", "blogs"], "skip", [{ searchTerm: "news" }, { searchTerm: "news" }]),
  "fetch-blog-authors": list("/blogs/authors", "authors", author, ["author", "authors"], "offset"),
  "fetch-blog-categories": list("/blogs/categories", "categories", category, ["category", "categories"], "offset"),
  "fetch-blog-posts": {
    required: {
      props: { blogId: BLOG_ID },
      requests: [get("/blogs/posts/all", { locationId: LOCATION, blogId: BLOG_ID, status: "ALL", limit: "50", offset: "0" }, { blogs: [post] })],
      returns: [post], exports: { hasMore: false }, summary: "Fetched 1 post",
    },
    all: {
      props: { blogId: BLOG_ID, searchTerm: "call", status: "PUBLISHED", returnFields: ["title"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get("/blogs/posts/all", { locationId: OTHER_LOCATION, blogId: BLOG_ID, searchTerm: "call", status: "PUBLISHED", limit: "2", offset: "0" }, { blogs: [post, { ...post, _id: "Second" }] })],
      returns: [{ _id: POST_ID, title: post.title }], exports: { hasMore: true }, summary: "Fetched the first 1 posts; to get more, raise Max Results",
    },
  },
  "fetch-url-slug-status": {
    required: {
      props: { urlSlug: "five-questions" },
      requests: [get(slug, { locationId: LOCATION, urlSlug: "five-questions" }, { exists: true })],
      returns: { urlSlug: "five-questions", exists: true }, summary: "The URL slug five-questions is taken",
    },
    all: {
      props: { urlSlug: "five-questions", blogId: BLOG_ID, postId: POST_ID, locationId: OTHER_LOCATION },
      requests: [get(slug, { locationId: OTHER_LOCATION, urlSlug: "five-questions", postId: POST_ID }, { exists: false })],
      returns: { urlSlug: "five-questions", exists: false }, summary: "The URL slug five-questions is free",
    },
  },
};

export default rows;
