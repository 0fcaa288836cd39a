"""Citations of documents in Vietnamese text: recognised, then found in a register of documents."""
