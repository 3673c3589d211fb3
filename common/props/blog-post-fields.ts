import { ConfigurationError } from "#platform";
import { checked, dateTime, list, locationId, required } from "../actions/fields.ts";
import type { Field } from "../actions/fields.ts";
import { webAddress } from "../actions/web-address.ts";
import app from "../highlevel.app.ts";
import { postStatuses } from "../resources/blogs.ts";
import { formOf } from "../text/choices.ts";
import { from } from "./dropdown.ts";

const text = (label: string, description: string) => ({ type: "string", label, description });

/** Spread into an operation that writes a whole blog post. */
export const blogPostFields = {
  title: text("Title", "The title of the post"),
  description: text("Description", "A short description of the post"),
  rawHTML: text("Content (HTML)", "The post itself as HTML, such as `<h1>Five questions</h1><p>Ask them first.</p>`"),
  status: {
    ...text("Status", "Whether the post is a draft, published, to be published at the time below, or archived"),
    options: postStatuses,
  },
  publishedAt: text("Published At", "When the post was or will be published, such as `2026-12-01T09:00:00-05:00`. Without an offset the time is taken in the sub-account's time zone"),
  urlSlug: text("URL Slug", "The last part of the post's address, such as `five-questions`. It is checked first: another post may not have it"),
  imageUrl: text("Image URL", "The address of the post's image, such as `https://example.com/images/call.jpg`"),
  imageAltText: text("Image Alternative Text", "What the image shows, for those who cannot see it"),
  author: {
    propDefinition: [app, "blogAuthorId", from("locationId")],
  },
  categories: {
    propDefinition: [app, "blogCategoryId", from("locationId")],
    type: "string[]",
    label: "Categories",
    description: "The categories of the post. Choose some, or type ids (the list needs the scope `blogs/category.readonly`)",
  },
  tags: { type: "string[]", label: "Tags", description: "Tags of the post", optional: true },
  canonicalLink: { ...text("Canonical Link", "The address that search engines shall take for the original, such as `https://example.com/blog/five-questions`"), optional: true },
};

export const blogPostForm = formOf(blogPostFields);

function slug(value: unknown, label: string): string {
  const found = String(value).trim();
  if (/^[^\s/?#]+$/.test(found)) return found;
  throw new ConfigurationError(`${label}: "${found}" cannot be the last part of an address. Write it without blanks and slashes, such as five-questions.`);
}

/** What is sent for {@link blogPostFields}, with the blog: HighLevel replaces the whole post. */
export const blogPostBody: Field[] = [
  locationId,
  required("blogId", "Blog"),
  required("title", "Title"),
  required("description", "Description"),
  required("rawHTML", "Content (HTML)"),
  required("status", "Status"),
  required(dateTime("publishedAt", "Published At"), "Published At"),
  required(checked("urlSlug", "URL Slug", slug), "URL Slug"),
  required(checked("imageUrl", "Image URL", webAddress), "Image URL"),
  required("imageAltText", "Image Alternative Text"),
  required("author", "Author"),
  required(list("categories"), "Categories"),
  list("tags"),
  checked("canonicalLink", "Canonical Link", webAddress),
];
