"""Evaluation of records against gold, from files; never loads spaCy."""
