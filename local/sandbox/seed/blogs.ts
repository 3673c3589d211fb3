import type { Store } from "../store.ts";

const DAY = 86_400_000;
const SITE = "https://example.com/blog";

/** One blog with two authors, two categories and three posts. */
export function seedBlogs(store: Store, locationId: string): void {
  const { random, clock } = store;
  const updatedAt = clock.now() - 20 * DAY;
  const blog = store.blogs.put({ id: random.hex(24), locationId, name: "News from the studio" });
  const [author] = [["Dana Merritt", "dana-merritt"], ["Omar Haddad", "omar-haddad"]].map(([name = "", slug]) =>
    store.blogAuthors.put({ id: random.hex(24), locationId, name, canonicalLink: `${SITE}/author/${slug}`, updatedAt }));
  const [category] = [["Sales", "sales"], ["Studio life", "studio-life"]].map(([label = "", urlSlug = ""]) =>
    store.blogCategories.put({ id: random.hex(24), locationId, label, urlSlug, canonicalLink: `${SITE}/category/${urlSlug}`, updatedAt }));
  for (const [title, urlSlug, status] of [["Five questions for a first call", "five-questions", "PUBLISHED"], ["Our new rooms", "new-rooms", "PUBLISHED"], ["Plans for spring", "plans-for-spring", "DRAFT"]] as const) {
    store.blogPosts.put({
      id: random.hex(24), locationId, blogId: blog.id, title, urlSlug, status, description: title, rawHTML: `<h1>${title}</h1>`, imageUrl: "https://example.com/images/post.jpg",
      imageAltText: title, author: author?.id ?? "", categories: category ? [category.id] : [], tags: [], publishedAt: updatedAt, updatedAt,
    });
  }
}
