import { authorsOfLocation, blogAuthors, blogCategories, blogPosts, blogSites, categoriesOfLocation, postsOfBlog, sitesOfLocation } from "../../resources/blogs.ts";
import type { Resource } from "../../resources/resource.ts";
import type { App, Fields, OptionsCall } from "../../types.ts";
import { dropdown, withDraft } from "../dropdown.ts";

const byLocation = (app: App, { locationId }: OptionsCall) => ({ query: { locationId: app.locationId(locationId) } });
const optionOf = (resource: Resource) => (record: Fields) => ({ label: resource.label(record), value: resource.id(record) });
/** Longer lists are fetched page by page; more a page is not known to be allowed. */
const small = { pageSize: postsOfBlog.pageSize };

/** Dropdowns of blogs, their posts, authors and categories. */
export const blogDefinitions = {
  blogId: {
    type: "string",
    label: "Blog",
    description: "The blog. Choose one, or type its ID (the list needs the scope `blogs/list.readonly`)",
    useQuery: true,
    options: dropdown({ list: sitesOfLocation, option: optionOf(blogSites), call: (app, input) => ({ ...byLocation(app, input), ...small }) }),
  },
  postId: {
    type: "string",
    label: "Post",
    description: "A post of the chosen blog. Choose one, or type its ID (the list needs the scope `blogs/posts.readonly`)",
    useQuery: true,
    options: dropdown({
      list: postsOfBlog,
      option: (post) => withDraft(optionOf(blogPosts)(post), post),
      searchesItself: true,
      call: (app, { locationId, blogId, query }) => ({
        query: { locationId: app.locationId(locationId), blogId, searchTerm: query || undefined },
        ...small,
      }),
    }),
  },
  blogAuthorId: {
    type: "string",
    label: "Author",
    description: "The author. Choose one, or type a name or an ID (the list needs the scope `blogs/author.readonly`)",
    useQuery: true,
    options: dropdown({ list: authorsOfLocation, option: optionOf(blogAuthors), call: (app, input) => ({ ...byLocation(app, input), ...small }) }),
  },
  blogCategoryId: {
    type: "string",
    label: "Category",
    description: "A category. Choose one, or type a name or an ID (the list needs the scope `blogs/category.readonly`)",
    useQuery: true,
    options: dropdown({ list: categoriesOfLocation, option: optionOf(blogCategories), call: (app, input) => ({ ...byLocation(app, input), ...small }) }),
  },
};
