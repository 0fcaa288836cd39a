"""The table of chỉ tiêu for editors: all in one spreadsheet, its changes back in their files."""
