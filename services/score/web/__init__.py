"""HR's pages under `/score`, and the addresses at which results of examinations come in."""
