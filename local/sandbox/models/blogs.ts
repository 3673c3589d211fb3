export interface Blog {
  id: string;
  locationId: string;
  name: string;
}

export interface BlogAuthor {
  id: string;
  locationId: string;
  name: string;
  canonicalLink: string;
  updatedAt: number;
}

export interface BlogCategory {
  id: string;
  locationId: string;
  label: string;
  urlSlug: string;
  canonicalLink: string;
  updatedAt: number;
}

export interface BlogPost {
  id: string;
  locationId: string;
  blogId: string;
  title: string;
  description: string;
  rawHTML: string;
  imageUrl: string;
  imageAltText: string;
  status: "DRAFT" | "PUBLISHED" | "SCHEDULED" | "ARCHIVED";
  author: string;
  categories: string[];
  tags: string[];
  urlSlug: string;
  canonicalLink?: string;
  publishedAt: number;
  updatedAt: number;
}
