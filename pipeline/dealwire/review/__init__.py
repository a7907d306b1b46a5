"""Reviewing a run's records by hand: a web page, and a store of decisions that loses nothing.

    run files → catalogue → decisions ⇄ page → gold

The wing reads the files of a run and never loads spaCy.
"""
