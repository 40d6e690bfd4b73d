"""Shows everything that was read on one paper and what was concluded, as one page that stands alone."""
