import { expect } from "@jest/globals";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";

interface Ids {
  blogId: string;
  otherBlogId: string;
  postId: string;
  draftId: string;
  authorId: string;
  categoryId: string;
}

const ALL = { eventTypes: ["created", "updated", "deleted"] };

function setup({ store, locationId }: Sandbox): Ids {
  const { id: blogId } = store.blogs.in(locationId)[0]!;
  const posts = store.blogPosts.in(locationId);
  return {
    blogId,
    otherBlogId: store.blogs.put({ id: "otherBlog", locationId, name: "Other blog" }).id,
    postId: posts[0]!.id,
    draftId: posts.find(({ status }) => status === "DRAFT")!.id,
    authorId: store.blogAuthors.in(locationId)[0]!.id,
    categoryId: store.blogCategories.in(locationId)[0]!.id,
  };
}

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "get-blog-authors", when: "120 are created, one is renamed", props: () => ALL,
    change: ({ store, locationId }, { authorId }) => {
      for (let index = 0; index < 120; index++) store.blogAuthors.put({ id: `author${index}`, locationId, name: `Author ${index}`, canonicalLink: "", updatedAt: Date.now() });
      store.blogAuthors.change(store.blogAuthors.get(authorId)!, { name: "D. Merritt" });
    },
    eventTypes: [...Array.from({ length: 120 }, () => "created"), "updated"],
  },
  {
    slug: "get-blog-authors", when: "one is deleted", props: () => ALL,
    change: ({ store }, { authorId }) => store.blogAuthors.delete(authorId),
    eventTypes: ["deleted"], event: ({ authorId }) => ({ id: authorId }), polls: 2,
  },
  {
    slug: "get-blog-authors", when: "a post is written", props: () => ALL,
    change: ({ store }, { postId }) => store.blogPosts.put({ ...store.blogPosts.get(postId)!, id: "new" }),
    eventTypes: [],
  },
  {
    slug: "get-blog-categories", when: "one is created", props: () => ALL,
    change: ({ store }, { categoryId }) => store.blogCategories.put({ ...store.blogCategories.get(categoryId)!, id: "new", label: "Tools" }),
    eventTypes: ["created"], event: () => ({ _id: "new", label: "Tools" }),
  },
  {
    slug: "get-blog-categories", when: "one is deleted, which is no event unless asked for", props: () => ({}),
    change: ({ store }, { categoryId }) => store.blogCategories.delete(categoryId),
    eventTypes: [], polls: 2,
  },
  {
    slug: "get-blogs-by-location", when: "two are created and one is searched for", props: () => ({ ...ALL, searchTerm: "recipes" }),
    change: ({ store, locationId }) => {
      store.blogs.put({ id: "new1", locationId, name: "Our recipes" });
      store.blogs.put({ id: "new2", locationId, name: "Our tools" });
    },
    eventTypes: ["created"], event: () => ({ _id: "new1" }),
  },
  {
    slug: "get-blog-posts", when: "a draft is published, another post is changed, one is written", props: ({ blogId }) => ({ blogId, status: "ALL" }),
    change: ({ store }, { postId, draftId }) => {
      store.blogPosts.change(store.blogPosts.get(draftId)!, { status: "PUBLISHED", updatedAt: Date.now() });
      store.blogPosts.change(store.blogPosts.get(postId)!, { title: "Six questions" });
      store.blogPosts.put({ ...store.blogPosts.get(postId)!, id: "new", urlSlug: "new" });
    },
    eventTypes: ["created", "published", "updated"],
  },
  {
    slug: "get-blog-posts", when: "a draft is published and nothing is chosen", props: ({ blogId }) => ({ blogId }),
    change: ({ store, requests }, { draftId }) => {
      expect(requests.at(-1)).toMatchObject({ operation: "/blogs/posts/all", query: { status: "ALL" } });
      store.blogPosts.change(store.blogPosts.get(draftId)!, { status: "PUBLISHED", updatedAt: Date.now() });
    },
    eventTypes: ["published"],
  },
  {
    slug: "get-blog-posts", when: "a post of another blog is written", props: ({ blogId }) => ({ blogId }),
    change: ({ store }, { postId, otherBlogId }) => store.blogPosts.put({ ...store.blogPosts.get(postId)!, id: "new", blogId: otherBlogId }),
    eventTypes: [],
  },
  {
    slug: "check-blog-url-slug", when: "it is taken", props: () => ({ urlSlug: "six-questions" }),
    change: ({ store }, { draftId }) => store.blogPosts.change(store.blogPosts.get(draftId)!, { urlSlug: "six-questions" }),
    eventTypes: ["taken"], event: () => ({ urlSlug: "six-questions", exists: true }),
  },
  {
    slug: "check-blog-url-slug", when: "it becomes free", props: () => ({ urlSlug: "five-questions" }),
    change: ({ store }, { postId }) => store.blogPosts.delete(postId),
    eventTypes: ["free"], event: () => ({ urlSlug: "five-questions", exists: false }),
  },
  {
    slug: "check-blog-url-slug", when: "the post that may have it takes it", props: ({ draftId }) => ({ urlSlug: "six-questions", postId: draftId }),
    change: ({ store }, { draftId }) => store.blogPosts.change(store.blogPosts.get(draftId)!, { urlSlug: "six-questions" }),
    eventTypes: [],
  },
];

const form = ({ blogId, authorId, categoryId }: Ids) => ({
  blogId, title: "Six questions", description: "What to ask", rawHTML: "<p>Ask.</p>", status: "PUBLISHED", publishedAt: "2030-07-01 09:00", urlSlug: "six-questions",
  imageUrl: "https://example.com/call.jpg", imageAltText: "A telephone", author: authorId, categories: [categoryId],
});
const written = expect.objectContaining({ title: "Six questions", urlSlug: "six-questions", rawHTML: "<p>Ask.</p>", publishedAt: Date.parse("2030-07-01T09:00:00-04:00") });

const actions: ActionRow<Ids>[] = [
  { slug: "create-blog-post", props: form, effect: ({ store }, _, { _id }) => expect(store.blogPosts.get(String(_id))).toEqual(written) },
  {
    slug: "create-blog-post", when: "with an account that may not look at slugs", token: { scopes: ["blogs/post.write", "locations.readonly"] },
    props: form, effect: ({ store }, _, { _id }) => expect(store.blogPosts.get(String(_id))).toEqual(written),
  },
  {
    slug: "update-blog-post", when: "keeping its slug", props: (ids) => ({ ...form(ids), postId: ids.postId, urlSlug: "five-questions" }),
    effect: ({ store }, { postId }) => expect(store.blogPosts.get(postId)).toEqual(expect.objectContaining({ title: "Six questions", urlSlug: "five-questions" })),
  },
  {
    slug: "create-blog-post", when: "with no more than has to be filled in, and names",
    props: (ids) => ({ ...form(ids), status: "DRAFT", title: "Five questions", urlSlug: "", publishedAt: "", imageAltText: "", author: "Dana Merritt", categories: ["sales"] }),
    effect: ({ store }, { authorId, categoryId }, { _id }) => expect(store.blogPosts.get(String(_id))).toEqual(expect.objectContaining({
      urlSlug: "five-questions-2", imageAltText: "Five questions", author: authorId, categories: [categoryId], publishedAt: expect.any(Number),
    })),
  },
  {
    slug: "update-blog-post", when: "of which only the content is new", props: ({ blogId, postId }) => ({ blogId, postId, rawHTML: "<p>New</p>" }),
    effect: ({ store }, { postId }) => expect(store.blogPosts.get(postId)).toEqual(expect.objectContaining({ rawHTML: "<p>New</p>", urlSlug: "five-questions", imageUrl: expect.stringMatching(/^https/), tags: expect.anything() })),
  },
];

e2e({ category: "blogs", setup, triggers, actions });
