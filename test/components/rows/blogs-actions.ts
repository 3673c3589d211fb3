import { LOCATION } from "../account.ts";
import type { Call, Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const POST_ID = "66c381b38be80858b9af62b6";
const post = { _id: POST_ID, title: "Five questions", urlSlug: "five-questions", status: "DRAFT" };

const told = {
  title: "Five questions", description: "What to ask", status: "DRAFT",
  imageUrl: "https://example.com/call.jpg", author: "6683abde331c041f32c07aea", categories: ["6683abde331c041f32c07aee"],
};
const form = { ...told, blogId: "66b5aa3b1745b2713a8d033f", rawHTML: "<p>Ask.</p>" };
const own = { publishedAt: "2026-12-01T09:00:00-05:00", urlSlug: "five-questions", imageAltText: "A telephone" };
const more = { tags: ["sales", " seo "], canonicalLink: "https://example.com/blog/five-questions" };
const sentMore = { ...more, tags: ["sales", "seo"] };

const free = (query: Record<string, string>): Call => ({ method: "GET", path: "/blogs/posts/url-slug-exists", query: { urlSlug: "five-questions", ...query }, reply: { exists: false } });
const now: Call = { method: "GET", path: `/locations/${LOCATION}`, reply: { location: {} }, headers: { date: "Wed, 25 Nov 2026 15:00:00 GMT" } };
const authors: Call = { method: "GET", path: "/blogs/authors", query: { locationId: OTHER_LOCATION, limit: "50", offset: "0" }, reply: { authors: [{ _id: form.author, name: "Dana Merritt", locationId: OTHER_LOCATION, updatedAt: "2026-01-15T09:28:41.000Z", canonicalLink: "https://example.com/dana" }] } };
const categories: Call = { method: "GET", path: "/blogs/categories", query: { locationId: OTHER_LOCATION, limit: "50", offset: "0" }, reply: { categories: [{ _id: form.categories[0], label: "Agency growth", locationId: OTHER_LOCATION, updatedAt: "2026-01-15T09:28:41.000Z", canonicalLink: "https://example.com/growth", urlSlug: "growth" }] } };
/** The present post, of which an update keeps what the form leaves empty. */
const present = { _id: POST_ID, ...told, ...own, archived: false, updatedAt: "2026-01-15T09:28:41.000Z", tags: ["old"], canonicalLink: "https://example.com/blog/old" };
const posts: Call = { method: "GET", path: "/blogs/posts/all", query: { locationId: LOCATION, blogId: form.blogId, status: "ALL", limit: "50", offset: "0" }, reply: { blogs: [present] } };
const timeZone: Call = { method: "GET", path: `/locations/${OTHER_LOCATION}`, reply: { location: { timezone: "America/New_York" } } };

const rows: Rows = {
  "create-blog-post": {
    required: {
      props: form,
      requests: [
        now, free({ locationId: LOCATION }),
        { method: "POST", path: "/blogs/posts", body: { locationId: LOCATION, ...form, publishedAt: "2026-11-25T15:00:00.000Z", urlSlug: "five-questions", imageAltText: form.title }, reply: { data: post } },
      ],
      returns: post,
      summary: `Created post "Five questions" (${POST_ID})`,
    },
    all: {
      props: { ...form, ...own, ...more, locationId: OTHER_LOCATION, publishedAt: "2026-12-01 09:00", author: "dana merritt", categories: ["Agency growth"] },
      requests: [
        timeZone, authors, categories, free({ locationId: OTHER_LOCATION }),
        { method: "POST", path: "/blogs/posts", body: { locationId: OTHER_LOCATION, ...form, ...own, ...sentMore }, reply: { data: post } },
      ],
      returns: post,
      summary: `Created post "Five questions" (${POST_ID})`,
    },
  },
  "update-blog-post": {
    notCalled: { "GET /locations/{locationId}": "only for a time without an offset, as in create-blog-post" },
    required: {
      props: { blogId: form.blogId, rawHTML: "<p>New</p>", postId: POST_ID },
      requests: [
        posts, free({ locationId: LOCATION, postId: POST_ID }),
        {
          method: "PUT", path: `/blogs/posts/${POST_ID}`, reply: { updatedBlogPost: post },
          body: { locationId: LOCATION, ...form, ...own, rawHTML: "<p>New</p>", tags: ["old"], canonicalLink: "https://example.com/blog/old" },
        },
      ],
      returns: post,
      summary: `Updated post "Five questions" (${POST_ID})`,
    },
    all: {
      props: { ...form, ...own, ...more, postId: POST_ID, locationId: OTHER_LOCATION, author: "Dana Merritt", categories: "agency growth" },
      requests: [
        authors, categories, free({ locationId: OTHER_LOCATION, postId: POST_ID }),
        { method: "PUT", path: `/blogs/posts/${POST_ID}`, body: { locationId: OTHER_LOCATION, ...form, ...own, ...sentMore }, reply: { updatedBlogPost: post } },
      ],
      returns: post,
      summary: `Updated post "Five questions" (${POST_ID})`,
    },
  },
};

export default rows;
