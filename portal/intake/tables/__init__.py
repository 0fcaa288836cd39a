"""A table of a spreadsheet as entries of a kind that is written in YAML: one row, one entry."""
