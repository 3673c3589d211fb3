import { LOCATION } from "../account.ts";
import type { Call, Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const POST_ID = "66c381b38be80858b9af62b6";
const post = { _id: POST_ID, title: "Five questions", urlSlug: "five-questions", status: "DRAFT" };

const form = {
  blogId: "66b5aa3b1745b2713a8d033f", title: "Five questions", description: "What to ask", rawHTML: "<p>Ask.</p>", status: "DRAFT",
  publishedAt: "2026-12-01T09:00:00-05:00", urlSlug: "five-questions", imageUrl: "https://example.com/call.jpg", imageAltText: "A telephone",
  author: "6683abde331c041f32c07aea", categories: ["6683abde331c041f32c07aee"],
};
const more = { tags: ["sales", " seo "], canonicalLink: "https://example.com/blog/five-questions" };
const sentMore = { ...more, tags: ["sales", "seo"] };

const free = (query: Record<string, string>): Call => ({ method: "GET", path: "/blogs/posts/url-slug-exists", query: { urlSlug: "five-questions", ...query }, reply: { exists: false } });
const timeZone: Call = { method: "GET", path: `/locations/${OTHER_LOCATION}`, reply: { location: { timezone: "America/New_York" } } };

const rows: Rows = {
  "create-blog-post": {
    required: {
      props: form,
      requests: [free({ locationId: LOCATION }), { method: "POST", path: "/blogs/posts", body: { locationId: LOCATION, ...form }, reply: { data: post } }],
      returns: post,
      summary: `Created post "Five questions" (${POST_ID})`,
    },
    all: {
      props: { ...form, ...more, locationId: OTHER_LOCATION, publishedAt: "2026-12-01 09:00" },
      requests: [timeZone, free({ locationId: OTHER_LOCATION }), { method: "POST", path: "/blogs/posts", body: { locationId: OTHER_LOCATION, ...form, ...sentMore }, reply: { data: post } }],
      returns: post,
      summary: `Created post "Five questions" (${POST_ID})`,
    },
  },
  "update-blog-post": {
    notCalled: { "GET /locations/{locationId}": "only for a time without an offset, as in create-blog-post" },
    required: {
      props: { ...form, postId: POST_ID },
      requests: [
        free({ locationId: LOCATION, postId: POST_ID }),
        { method: "PUT", path: `/blogs/posts/${POST_ID}`, body: { locationId: LOCATION, ...form }, reply: { updatedBlogPost: post } },
      ],
      returns: post,
      summary: `Updated post "Five questions" (${POST_ID})`,
    },
    all: {
      props: { ...form, ...more, postId: POST_ID, locationId: OTHER_LOCATION },
      requests: [
        free({ locationId: OTHER_LOCATION, postId: POST_ID }),
        { method: "PUT", path: `/blogs/posts/${POST_ID}`, body: { locationId: OTHER_LOCATION, ...form, ...sentMore }, reply: { updatedBlogPost: post } },
      ],
      returns: post,
      summary: `Updated post "Five questions" (${POST_ID})`,
    },
  },
};

export default rows;
