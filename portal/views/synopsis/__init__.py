"""Two texts side by side: which (`pairs`), as what (`units`), how (`align`, `words`), shown
(`page`)."""
