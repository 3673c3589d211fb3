import { authorsOfLocation, blogAuthors, blogCategories, blogPosts, blogSites, categoriesOfLocation, postsOfBlog, sitesOfLocation } from "../resources/blogs.ts";
import { withDraft } from "./dropdown.ts";
import type { SharedProp } from "./dropdown.ts";
import { byLocation } from "./parts.ts";

/** Larger pages are not known to be allowed. */
const small = { pageSize: postsOfBlog.pageSize };

export const blogId: SharedProp = {
  type: "string",
  label: "Blog",
  description: "The blog. Choose one, or type its ID (the list needs the scope `blogs/list.readonly`)",
  dropdown: { list: sitesOfLocation, option: blogSites, call: (app, input) => ({ ...byLocation(app, input), ...small }) },
};

export const postId: SharedProp = {
  type: "string",
  label: "Post",
  description: "A post of the chosen blog. Choose one, or type its ID (the list needs the scope `blogs/posts.readonly`)",
  dropdown: {
    list: postsOfBlog,
    option: (post) => withDraft({ label: blogPosts.label(post), value: blogPosts.id(post) }, post),
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
  dropdown: { list: authorsOfLocation, option: blogAuthors, call: (app, input) => ({ ...byLocation(app, input), ...small }) },
};

export const blogCategoryId: SharedProp = {
  type: "string",
  label: "Category",
  description: "A category. Choose one, or type a name or an ID (the list needs the scope `blogs/category.readonly`)",
  dropdown: { list: categoriesOfLocation, option: blogCategories, call: (app, input) => ({ ...byLocation(app, input), ...small }) },
};
