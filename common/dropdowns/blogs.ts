import { authorsOfLocation, blogAuthors, blogCategories, blogPosts, blogSites, categoriesOfLocation, postsOfBlog, sitesOfLocation } from "../resources/blogs.ts";
import type { Resource } from "../resources/resource.ts";
import type { App, Fields, OptionsCall } from "../core/types.ts";
import { withDraft } from "./dropdown.ts";
import type { SharedProp } from "./dropdown.ts";

const byLocation = (app: App, { locationId }: OptionsCall) => ({ query: { locationId: app.locationId(locationId) } });
const optionOf = (resource: Resource) => (record: Fields) => ({ label: resource.label(record), value: resource.id(record) });
/** Longer lists are fetched page by page; more a page is not known to be allowed. */
const small = { pageSize: postsOfBlog.pageSize };

export const blogId: SharedProp = {
  type: "string",
  label: "Blog",
  description: "The blog. Choose one, or type its ID (the list needs the scope `blogs/list.readonly`)",
  dropdown: { list: sitesOfLocation, option: optionOf(blogSites), call: (app, input) => ({ ...byLocation(app, input), ...small }) },
};

export const postId: SharedProp = {
  type: "string",
  label: "Post",
  description: "A post of the chosen blog. Choose one, or type its ID (the list needs the scope `blogs/posts.readonly`)",
  dropdown: {
    list: postsOfBlog,
    option: (post) => withDraft(optionOf(blogPosts)(post), post),
    searchesItself: true,
    call: (app, { locationId, blogId, query }) => ({
      query: { locationId: app.locationId(locationId), blogId, searchTerm: query || undefined },
      ...small,
    }),
  },
};

export const blogAuthorId: SharedProp = {
  type: "string",
  label: "Author",
  description: "The author. Choose one, or type a name or an ID (the list needs the scope `blogs/author.readonly`)",
  dropdown: { list: authorsOfLocation, option: optionOf(blogAuthors), call: (app, input) => ({ ...byLocation(app, input), ...small }) },
};

export const blogCategoryId: SharedProp = {
  type: "string",
  label: "Category",
  description: "A category. Choose one, or type a name or an ID (the list needs the scope `blogs/category.readonly`)",
  dropdown: { list: categoriesOfLocation, option: optionOf(blogCategories), call: (app, input) => ({ ...byLocation(app, input), ...small }) },
};
