import type { Blog, BlogAuthor, BlogCategory, BlogPost } from "../../sandbox/models/blogs.ts";
import type { Environment, ModelRow } from "../model.ts";
import { listModel } from "./list.ts";
import type { ListOf } from "./list.ts";
import { ms, text } from "./read.ts";
import { valueModel } from "./value.ts";

/** HighLevel dates each save; here they are a second apart. */
const saved = <R extends { updatedAt: number }>(row: R): R => ({ ...row, updatedAt: row.updatedAt + 1_000 });

/** A text with the time it was saved: saving it again is a change too. */
const dated = (name: unknown, updatedAt: unknown) => `${text(name)}, saved ${ms(updatedAt)}`;

const blogOf = ({ sandbox: { store }, locationId, id }: Environment) => (store.blogs.in(locationId)[0] ?? store.blogs.put({ id: id(), locationId, name: "The blog" })).id;

const authors: ListOf<BlogAuthor> = {
  shelf: ({ sandbox }) => sandbox.store.blogAuthors,
  props: () => ({ props: {} }),
  make: ({ locationId, now }, id, name) => ({ id, locationId, name, canonicalLink: id, updatedAt: now() }),
  name: {
    of: ({ name, updatedAt }) => dated(name, updatedAt), set: (row, name) => saved({ ...row, name }), reported: ({ name, updatedAt }) => dated(name, updatedAt),
  },
};

const categories: ListOf<BlogCategory> = {
  shelf: ({ sandbox }) => sandbox.store.blogCategories,
  props: () => ({ props: {} }),
  make: ({ locationId, now }, id, label) => ({ id, locationId, label, urlSlug: id, canonicalLink: id, updatedAt: now() }),
  name: {
    of: ({ label, updatedAt }) => dated(label, updatedAt), set: (row, label) => saved({ ...row, label }), reported: ({ label, updatedAt }) => dated(label, updatedAt),
  },
};

const sites: ListOf<Blog> = {
  shelf: ({ sandbox }) => sandbox.store.blogs,
  props: () => ({ props: {}, otherProps: { searchTerm: "the blog" } }),
  make: ({ locationId }, id, name) => ({ id, locationId, name: `The blog of ${name}` }),
  name: { of: ({ name }) => name, set: (row, name) => ({ ...row, name: `The blog of ${name}` }), reported: ({ name }) => text(name) },
};

function newPost({ locationId, now }: Environment, blogId: string, id: string, title: string): BlogPost {
  return {
    id, locationId, blogId, title: `On ${title}`, description: "", rawHTML: "", imageUrl: "", imageAltText: "", status: "DRAFT", author: "", categories: [], tags: [], urlSlug: id,
    publishedAt: now(), updatedAt: now(),
  };
}

const STATUSES = ["DRAFT", "PUBLISHED", "SCHEDULED", "ARCHIVED"] as const;

const posts: ListOf<BlogPost> = {
  shelf: ({ sandbox }) => sandbox.store.blogPosts,
  props: (environment) => {
    const blogId = blogOf(environment);
    return { props: { blogId }, otherProps: { blogId, searchTerm: "on " } };
  },
  make: (environment, id, title) => newPost(environment, blogOf(environment), id, title),
  name: {
    of: ({ title, updatedAt }) => dated(title, updatedAt), set: (row, title) => saved({ ...row, title: `On ${title}` }), reported: ({ title, updatedAt }) => dated(title, updatedAt),
  },
  status: {
    of: ({ status }) => status,
    set: (row, pick) => saved({ ...row, status: STATUSES[pick % STATUSES.length] ?? "DRAFT" }),
    reported: ({ status }) => text(status),
    kind: (_, status) => (status === "PUBLISHED" ? "published" : "updated"),
  },
  noise: (environment) => ({ "write one in another blog": () => void environment.sandbox.store.blogPosts.put(newPost(environment, environment.id(), environment.id(), "Other things")) }),
};

const SLUG = "five-questions";

export const blogModels: ModelRow[] = [
  listModel("get-blog-authors", authors, { large: 98 }),
  listModel("get-blog-categories", categories, { large: 98 }),
  listModel("get-blogs-by-location", sites, { large: 98 }),
  listModel("get-blogs-by-location", { ...sites, isShown: ({ name }) => name.includes("Chloe"), props: () => ({ props: { searchTerm: "chloe" } }) }, { when: "that are searched for" }),
  listModel("get-blog-posts", posts, { large: 98 }),
  listModel("get-blog-posts", {
    ...posts, isShown: ({ title }) => title.includes("Anna"), props: (environment) => ({ props: { blogId: blogOf(environment), searchTerm: "anna" } }),
  }, { when: "that are searched for" }),
  listModel("get-blog-posts", {
    ...posts, isShown: ({ status }) => status === "PUBLISHED", props: (environment) => ({ props: { blogId: blogOf(environment), status: "PUBLISHED" } }),
  }, { when: "only published ones" }),
  valueModel("check-blog-url-slug", {
    open: (environment) => {
      const { sandbox: { store }, locationId } = environment;
      const put = (urlSlug: string) => store.blogPosts.put({ ...newPost(environment, blogOf(environment), environment.id(), "Questions"), urlSlug });
      const own = put(environment.id());
      for (let index = 0; index < environment.size; index++) put(index === 1 ? SLUG : environment.id());
      const others = () => store.blogPosts.in(locationId).filter(({ id }) => id !== own.id);
      const change = (pick: number, urlSlug: string) => {
        const rows = others();
        const row = rows[pick % Math.max(1, rows.length)];
        if (row) store.blogPosts.put(saved({ ...row, urlSlug }));
      };
      return {
        props: { urlSlug: SLUG, postId: own.id },
        otherProps: { urlSlug: SLUG, postId: own.id, blogId: blogOf(environment) },
        mutations: {
          "write a post with it": () => void put(SLUG),
          "write another post": () => void put(environment.id()),
          "a post takes it": (pick) => change(pick, SLUG),
          "a post lets it go": (pick) => change(pick, environment.id()),
          "delete all posts with it": () => {
            for (const { id, urlSlug } of others()) if (urlSlug === SLUG) store.blogPosts.delete(id);
          },
          "the post that may have it takes it": () => void store.blogPosts.put({ ...own, urlSlug: SLUG }),
          "the post that may have it lets it go": () => void store.blogPosts.put(own),
        },
        answer: () => (others().some(({ urlSlug }) => urlSlug === SLUG) ? "taken" : undefined),
      };
    },
    reported: ({ exists }) => (exists === true ? "taken" : undefined),
    eventTypes: (_, now) => [now === undefined ? "free" : "taken"],
  }),
];
