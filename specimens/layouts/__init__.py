"""One file a family of papers: what fills them, and how they look."""
