"""How well import reads: made-up documents whose every field and clause is known, as Word, PDF,
text and noisy scans. Everything in them is made up: bodies, places, names, sentences.
"""
