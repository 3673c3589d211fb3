import { iso, readMs } from "../clock.ts";
import { badRequest, notFound, unprocessable } from "../errors.ts";
import type { BlogPost } from "../models/blogs.ts";
import { compact, handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";

interface Page { locationId: string; limit: number; offset: number }
type PostBody = Omit<BlogPost, "id" | "updatedAt" | "publishedAt" | "tags"> & { publishedAt: string; tags?: string[] };

/** Blogs, their authors, categories and posts. Ids are called `_id`; the list of posts is called `blogs`. */
export const blogs: Resource = {
  "GET /blogs/site/all": handle<unknown, { locationId: string; skip: number; limit: number; searchTerm?: string }>(({ store, query }) => {
    const found = store.blogs.in(query.locationId).filter(({ name }) => contains(name, query.searchTerm));
    return { data: slice(found, query.skip, query.limit).map(({ id, name }) => ({ _id: id, name })) };
  }),

  "GET /blogs/authors": handle<unknown, Page>(({ store, query }) => ({ authors: slice(store.blogAuthors.in(query.locationId), query.offset, query.limit).map(dated) })),

  "GET /blogs/categories": handle<unknown, Page>(({ store, query }) => ({ categories: slice(store.blogCategories.in(query.locationId), query.offset, query.limit).map(dated) })),

  "GET /blogs/posts/all": handle<unknown, Page & { blogId: string; searchTerm?: string; status?: string }>(({ store, query }) => {
    const { blogId, searchTerm, status = "ALL" } = query;
    const found = store.blogPosts.in(query.locationId).filter((post) => post.blogId === blogId && contains(post.title, searchTerm) && (status === "ALL" || post.status === status));
    return { blogs: slice(found, query.offset, query.limit).map(postShape) };
  }),

  "GET /blogs/posts/url-slug-exists": handle<unknown, { locationId: string; urlSlug: string; postId?: string }>(({ store, query }) => ({
    exists: store.blogPosts.in(query.locationId).some(({ id, urlSlug }) => urlSlug === query.urlSlug && id !== query.postId),
  })),

  "POST /blogs/posts": handle<PostBody>((call) => ({ data: postShape(call.store.blogPosts.put({ ...checked(call), id: call.store.random.hex(24) })) })),

  // Replaces the whole post.
  "PUT /blogs/posts/{postId}": handle<PostBody>((call) => {
    const post = call.store.blogPosts.get(param(call, "postId"));
    if (post?.locationId !== call.body.locationId) throw notFound("Blog post not found");
    return { updatedBlogPost: postShape(call.store.blogPosts.put({ ...checked(call, post.id), id: post.id })) };
  }),
};

const contains = (text: string, part = ""): boolean => text.toLowerCase().includes(part.toLowerCase());

const dated = <R extends { id: string; updatedAt: number }>({ id, updatedAt, ...rest }: R) => ({ _id: id, ...rest, updatedAt: iso(updatedAt) });

/** Responses do not include the content. */
function postShape({ id, rawHTML: _, locationId: __, blogId: ___, publishedAt, updatedAt, ...post }: BlogPost): Record<string, unknown> {
  return compact({ _id: id, ...post, archived: post.status === "ARCHIVED", publishedAt: iso(publishedAt), updatedAt: iso(updatedAt) });
}

function checked({ store, clock, body }: Call<PostBody>, ownId?: string): Omit<BlogPost, "id"> {
  if (store.blogs.get(body.blogId)?.locationId !== body.locationId) throw badRequest("Blog not found");
  if (store.blogAuthors.get(body.author)?.locationId !== body.locationId) throw badRequest("Author not found");
  if (body.categories.some((id) => store.blogCategories.get(id)?.locationId !== body.locationId)) throw badRequest("Category not found");
  if (store.blogPosts.in(body.locationId).some(({ id, urlSlug }) => urlSlug === body.urlSlug && id !== ownId)) throw badRequest("URL slug already exists");
  const publishedAt = readMs(body.publishedAt);
  if (Number.isNaN(publishedAt)) throw unprocessable(["publishedAt must be a valid ISO 8601 date string"]);
  return { ...body, tags: body.tags ?? [], publishedAt, updatedAt: clock.now() };
}
