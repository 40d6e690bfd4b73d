"""Where text stands on a cleaned page: rules, cells, pieces of lines, and which of them are labels."""
