import { ConfigurationError } from "#platform";
import { HighLevelError } from "../http/errors.ts";
import { pathParams, unwrap } from "../http/shape.ts";
import { blogPosts, slugExists } from "../resources/blogs.ts";
import type { Endpoint, Fields } from "../types.ts";
import { blogPostBody, blogPostForm } from "../props/blog-post-fields.ts";
import { action, deadlineOf } from "./action.ts";
import { callsOf, readFields } from "./fields.ts";
import type { Input } from "./fields.ts";
import { idOf, withForm } from "./told.ts";

/** Whether another post has the slug; not asked of an account that may write posts, but not look at slugs. */
async function isTaken({ app, props, $ }: Input, { locationId, urlSlug }: Fields): Promise<boolean> {
  try {
    const query = { locationId, urlSlug, postId: props.postId || undefined };
    const { exists } = await app.request({ ...slugExists, query, deadline: deadlineOf($), $ });
    return exists === true;
  } catch (error) {
    if (error instanceof HighLevelError && error.kind === "scope") return false;
    throw error;
  }
}

/**
 * The behaviour of an action that writes a whole blog post: its slug is checked, then the post is written.
 * @param envelope key under which the post comes back
 * @param done what the summary begins with: "Created", "Updated"
 */
export function writeBlogPost({ endpoint, envelope, done }: { endpoint: Endpoint; envelope: string; done: string }) {
  return action({
    endpoints: [slugExists, endpoint, ...callsOf(blogPostBody)],
    form: blogPostForm,
    body: blogPostBody,
    run: async (input) => {
      const { app, props, $ } = input;
      const body = await readFields(blogPostBody, input);
      const params = pathParams(endpoint.path, props);
      if (Object.values(params).some((id) => !String(id ?? "").trim())) throw new ConfigurationError("The field Post is empty. Choose or type an id.");
      if (await isTaken(input, body)) {
        throw new ConfigurationError(`URL Slug: "${String(body.urlSlug)}" is taken by another post of the sub-account. Write another one; nothing was changed.`);
      }
      const post = unwrap(await app.request({ ...endpoint, pathParams: params, body, deadline: deadlineOf($), $ }), envelope);
      $.export("$summary", `${done} post "${blogPosts.label(withForm(post, props))}" (${idOf({ id: blogPosts.id(post) || props.postId })})`);
      return post;
    },
  });
}
