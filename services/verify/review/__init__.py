"""Review: the staff console. A read model of verdicts and readings, pages to look at them, decisions as events."""
