import { ConfigurationError } from "#platform";
import { checked, list, locationId, readDateTime, required } from "../input/fields.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import { highLevelNow } from "../input/highlevel-now.ts";
import { idsByName } from "../input/ids-by-name.ts";
import type { Named } from "../input/ids-by-name.ts";
import { slugOf, urlSlug } from "../input/url-slug.ts";
import { isBlank, textsOf } from "../core/text/values.ts";
import { webAddress } from "../input/web-address.ts";
import * as api from "../api/endpoints.ts";
import app from "../highlevel.app.ts";
import { authorsOfLocation, blogAuthors, blogCategories, categoriesOfLocation, postStatuses } from "../resources/blogs.ts";
import { formOf } from "../input/choices.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const text = (label: string, description: string) => ({ type: "string", label, description });

/** The statuses of a post that is, or will be, seen at a certain time. */
export const isScheduled = (status: unknown): boolean => /^\s*scheduled\s*$/i.test(String(status));
export const isPublished = (status: unknown): boolean => /^\s*published\s*$/i.test(String(status));

/**
 * Spread into an operation that writes a blog post.
 * @param isUpdate whether what is left empty keeps its present value
 */
export function blogPostFields(isUpdate: boolean) {
  const optional = isUpdate ? { optional: true } : {};
  const whereEmpty = (otherwise: string) => `Leave it empty ${isUpdate ? "to keep the present one" : otherwise}`;
  const title = { ...text("Title", "The title of the post"), ...optional };
  const rawHTML = text("Content (HTML)", `The post itself as HTML, such as \`<h1>Five questions</h1><p>Ask them first.</p>\`${isUpdate ? ". HighLevel does not return the present content, so it cannot be kept" : ""}`);
  return {
    ...(isUpdate ? { rawHTML, title } : { title, rawHTML }),
    description: { ...text("Description", "A short summary of the post"), ...optional },
    imageUrl: { ...text("Image URL", "The link to the post's cover image, such as `https://example.com/images/call.jpg`"), ...optional },
    author: {
      propDefinition: [app, "blogAuthorId", dependsOn("locationId")],
      ...optional,
    },
    categories: {
      propDefinition: [app, "blogCategoryId", dependsOn("locationId")],
      type: "string[]",
      label: "Categories",
      description: "The categories of the post. Choose them, or type names or IDs (the list needs the scope `blogs/category.readonly`)",
      ...optional,
    },
    status: {
      ...text("Status", "Draft, published, scheduled (published at the time below) or archived"),
      options: postStatuses,
      ...optional,
    },
    publishedAt: {
      ...text("Published At", `When the post was or will be published, such as \`2026-12-01T09:00:00-05:00\`. Without an offset, the time is in the sub-account's time zone. Required for scheduled posts. ${isUpdate ? "Leave it empty to keep the present time, or for the time of this step if the post is published by it" : "Leave it empty for the time of this step"}`),
      optional: true,
    },
    urlSlug: {
      ...text("URL Slug", `The last part of the post's address, such as \`five-questions\`; no other post may have it. ${whereEmpty("to have one made from the title")}`),
      optional: true,
    },
    imageAltText: {
      ...text("Image Alternative Text", `What the image shows, for readers who cannot see it. ${whereEmpty("to use the title")}`),
      optional: true,
    },
    tags: { type: "string[]", label: "Tags", description: "Tags of the post", optional: true },
    canonicalLink: { ...text("Canonical Link", "The address that search engines should treat as the original, such as `https://example.com/blog/five-questions`"), optional: true },
  };
}

export const blogPostForm = formOf(blogPostFields(true));

const AUTHOR: Named = { list: authorsOfLocation, resource: blogAuthors, label: "Author" };
const CATEGORIES: Named = { list: categoriesOfLocation, resource: blogCategories, label: "Categories" };

const byName = (name: string, named: Named, read: (value: unknown) => string[]): FieldSpec => ({
  name,
  props: [name],
  calls: [named.list],
  read: (input) => (isBlank(input.props[name]) ? undefined : idsByName(input, read(input.props[name]), named)),
});

const author = byName("author", AUTHOR, (value) => textsOf([value]));

/** HighLevel wants a time of every post. */
const publishedAt: FieldSpec = {
  name: "publishedAt",
  props: ["publishedAt", "status"],
  calls: [api.getLocation],
  read: async (input) => {
    const given = await readDateTime(input.app, input.props, input.props.publishedAt, "Published At");
    if (given !== undefined) return given;
    if (!isScheduled(input.props.status)) return new Date(await highLevelNow(input)).toISOString();
    throw new ConfigurationError("Published At is empty. Fill in when the scheduled post is to be published.");
  },
};

/** What an update cannot keep, because HighLevel does not tell it. */
export const neverKept: Field[] = [required("blogId"), required("rawHTML")];

/** What is sent for {@link blogPostFields}, with the blog: HighLevel replaces the whole post. What may ask HighLevel comes last. */
export const blogPostBody: Field[] = [
  locationId,
  ...neverKept,
  required("title"),
  required("description"),
  required(checked("imageUrl", webAddress)),
  required("status"),
  { name: "urlSlug", props: ["urlSlug", "title"], read: ({ props }) => (isBlank(props.urlSlug) ? slugOf(props.title) : urlSlug(props.urlSlug, "URL Slug")) },
  { name: "imageAltText", props: ["imageAltText", "title"], read: ({ props }) => (isBlank(props.imageAltText) ? props.title : props.imageAltText) },
  list("tags"),
  checked("canonicalLink", webAddress),
  publishedAt,
  required({ ...author, read: async (input) => (await author.read(input) as string[] | undefined)?.[0] }), // `byName` reads a list
  required(byName("categories", CATEGORIES, textsOf)),
];
