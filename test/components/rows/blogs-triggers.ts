import type { TriggerRows } from "../trigger-row.ts";

export default {
  "check-blog-url-slug": { props: () => ({ urlSlug: "five-questions" }) },
  "get-blog-authors": {},
  "get-blog-categories": {},
  "get-blog-posts": { props: () => ({ searchTerm: "questions" }) },
  "get-blogs-by-location": { props: () => ({ searchTerm: "blog" }) },
} satisfies TriggerRows;
