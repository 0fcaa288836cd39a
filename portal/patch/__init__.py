"""Content files changed in place: the keys that are asked for, and not a letter besides."""
