"""The machine: content files in, a judged library and its outputs out. Knows nothing of MkDocs."""
