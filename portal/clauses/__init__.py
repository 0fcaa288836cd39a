"""Clauses as texts print them: what a label says, which clause stands in which, what each is called
in an address. The one reader for texts that are imported, pasted or shown.
"""
