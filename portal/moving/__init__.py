"""Entries that get another address, or leave the portal: in every file that leads to them too."""
