import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

const LOCATION = "C2QujeCh8ZnC7al2InWR";

export const blogAuthors = defineResource({
  noun: "author",
  sample: {
    _id: "6683abde331c041f32c07aea",
    name: "Dana Merritt",
    locationId: LOCATION,
    updatedAt: "2026-01-15T09:28:41.000Z",
    canonicalLink: "https://example.com/blog/author/dana-merritt",
  } as Fields,
});

export const blogCategories = defineResource({
  noun: "category",
  label: ({ label, name, urlSlug, _id }) => String(label || name || urlSlug || _id),
  sample: {
    _id: "6683abde331c041f32c07aee",
    label: "Agency growth",
    urlSlug: "agency-growth",
    locationId: LOCATION,
    updatedAt: "2026-01-15T09:28:41.000Z",
    canonicalLink: "https://example.com/blog/category/agency-growth",
  } as Fields,
});

export const blogPosts = defineResource({
  noun: "post",
  sample: {
    _id: "66c381b38be80858b9af62b6",
    title: "Five questions for a first call",
    description: "What to ask, and why",
    imageUrl: "https://example.com/images/call.jpg",
    imageAltText: "A telephone",
    urlSlug: "five-questions",
    canonicalLink: "https://example.com/blog/five-questions",
    status: "PUBLISHED",
    archived: false,
    author: "6683abde331c041f32c07aea",
    categories: ["6683abde331c041f32c07aee"],
    tags: ["sales"],
    publishedAt: "2026-01-15T09:28:41.000Z",
    updatedAt: "2026-01-15T09:28:41.000Z",
  } as Fields,
});

export const blogSites = defineResource({
  noun: "blog",
  sample: { _id: "66b5aa3b1745b2713a8d033f", name: "News from the studio" } as Fields,
});

/** Polls save the position in this list, so add new ones at the end. */
export const postStatuses = [
  { label: "Draft", value: "DRAFT" },
  { label: "Published", value: "PUBLISHED" },
  { label: "Scheduled", value: "SCHEDULED" },
  { label: "Archived", value: "ARCHIVED" },
];

/** What a list of posts can be narrowed to. */
export const listedStatuses = [...postStatuses, { label: "All", value: "ALL" }];

/** A post's status as a number, 0 where HighLevel does not state it. */
export const postStatusFlag = ({ status }: Fields): number => postStatuses.findIndex(({ value }) => value === status) + 1;

/** The event kind for a change of {@link postStatusFlag}. */
export const postStatusKind = (_before: number, now: number): string | undefined => (postStatuses[now - 1]?.value === "PUBLISHED" ? "published" : undefined);

// All of these require both paging parameters. The maximum page size is not documented.
const PAGE = 50;

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-blog-authors-by-location */
export const authorsOfLocation: ListRequest<Fields> = {
  ...api.getAllBlogAuthorsByLocation, paginator: paginators.offset, items: "authors", pageSize: PAGE,
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-categories-by-location */
export const categoriesOfLocation: ListRequest<Fields> = {
  ...api.getAllCategoriesByLocation, paginator: paginators.offset, items: "categories", pageSize: PAGE,
};

/** The list of posts is called `blogs`. @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blog-post */
export const postsOfBlog: ListRequest<Fields> = {
  ...api.getBlogPost, paginator: paginators.offset, items: "blogs", pageSize: PAGE,
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blogs */
export const sitesOfLocation: ListRequest<Fields> = {
  ...api.getBlogs, paginator: paginators.skip, items: "data", pageSize: PAGE,
};
