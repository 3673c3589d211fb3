import { ConfigurationError } from "#platform";
import { endpointOf } from "../api/endpoint.ts";
import * as api from "../api/endpoints.ts";
import { isMissingScope } from "../api/http/errors.ts";
import { pathParams, unwrap } from "../api/http/shape.ts";
import { blogPosts, postsOfBlog } from "../resources/blogs.ts";
import type { Endpoint, Fields } from "../core/types.ts";
import { blogPostBody, blogPostForm, isPublished, isScheduled, neverKept } from "../forms/blog-post-fields.ts";
import { action } from "./action.ts";
import { deadlineOf } from "../input/deadline.ts";
import { callsOf, readFields } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { idOf, withForm } from "./summary.ts";
import { isBlank } from "../core/text/values.ts";

/** Slugs that are tried for a title. */
const MOST_SLUGS = 20;
/** What HighLevel tells of a post, so that an update can keep it: all but its content. */
const NEEDED = ["title", "description", "imageUrl", "imageAltText", "urlSlug", "author", "categories", "status", "publishedAt"];
const KEPT = [...NEEDED, "tags", "canonicalLink"];

/** Whether another post has the slug; not asked of an account that may write posts, but not look at slugs. */
async function isTaken({ app, props, $ }: Input, locationId: unknown, urlSlug: string): Promise<boolean> {
  try {
    const query = { locationId, urlSlug, postId: props.postId || undefined };
    const { exists } = await app.request({ ...api.checkUrlSlugExists, query, deadline: deadlineOf($), $ });
    return exists === true;
  } catch (error) {
    if (isMissingScope(error)) return false;
    throw error;
  }
}

/** The slug that the form has, or the first free one of those that can be made from the title. */
async function freeSlug(input: Input, { locationId, urlSlug }: Fields): Promise<string> {
  const wanted = String(urlSlug);
  const isMade = isBlank(input.props.urlSlug);
  for (let number = 1; number <= (isMade ? MOST_SLUGS : 1); number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!await isTaken(input, locationId, slug)) return slug;
  }
  throw new ConfigurationError(`URL Slug: "${wanted}" is taken by another post of the sub-account. Write another one; nothing was changed.`);
}

/** The post as it is, of an account that may read it. */
async function presentPost({ app, props, $ }: Input): Promise<Fields> {
  const query = { locationId: app.locationId(props.locationId), blogId: props.blogId, status: "ALL" };
  try {
    for await (const { items } of app.paginate(postsOfBlog, { query, deadline: deadlineOf($) })) {
      const found = items.find((post) => blogPosts.id(post) === props.postId);
      if (found) return found;
    }
  } catch (error) {
    if (!isMissingScope(error) || NEEDED.some((name) => isBlank(props[name]))) throw error;
    console.log("This account may not read posts (scope blogs/posts.readonly): tags and canonical link are set to what the form has.");
    return {};
  }
  throw new ConfigurationError(`Post: this blog has no post "${String(props.postId)}". Choose the blog and the post from their lists; nothing was changed.`);
}

/** The form, completed with what the post has already. A time at which it was not yet published is not kept for the one at which it is. */
async function completed(input: Input): Promise<Input> {
  const { props } = input;
  if (KEPT.every((name) => !isBlank(props[name]))) return input;
  const post = await presentPost(input);
  const isNewTime = (isPublished(props.status) && !isPublished(post.status)) || (isScheduled(props.status) && !isScheduled(post.status));
  const kept = KEPT.filter((name) => isBlank(props[name]) && !isBlank(post[name]) && !(name === "publishedAt" && isNewTime));
  return { ...input, props: { ...props, ...Object.fromEntries(kept.map((name) => [name, post[name]])) } };
}

/**
 * The behavior of an action that writes a whole blog post: its slug is checked, then the post is written.
 * @param envelope key under which the post comes back
 * @param done what the summary begins with: "Created", "Updated"
 */
export function writeBlogPost({ endpoint, envelope, done }: { endpoint: Endpoint; envelope: string; done: string }) {
  const isUpdate = endpoint.method === "PUT";
  return action({
    endpoints: [...(isUpdate ? [postsOfBlog] : []), api.checkUrlSlugExists, endpoint, ...callsOf(blogPostBody)].map(endpointOf),
    form: blogPostForm,
    body: blogPostBody,
    run: async (form) => {
      const params = pathParams(endpoint.path, form.props);
      if (Object.values(params).some((id) => !String(id ?? "").trim())) throw new ConfigurationError("The field Post is empty. Choose or type an ID.");
      await readFields(neverKept, form);
      const input = isUpdate ? await completed(form) : form;
      const { app, props, $ } = input;
      const body = await readFields(blogPostBody, input);
      body.urlSlug = await freeSlug(input, body);
      const post = unwrap(await app.request({ ...endpoint, pathParams: params, body, deadline: deadlineOf($), $ }), envelope);
      $.export("$summary", `${done} post "${blogPosts.label(withForm(post, props))}" (${idOf({ id: blogPosts.id(post) || props.postId })})`);
      return post;
    },
  });
}
