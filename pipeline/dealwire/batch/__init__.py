"""Many articles: read in any form, worked on by any number of processes, written to a run folder that survives a kill.

    inputs → pieces → workers → outcomes → ledger

`inputs` finds files, `formats` cuts them into pieces (one article each, not yet looked into), `work` turns a piece
into an outcome, `pool` does so in parallel and hands the outcomes back in input order, `admission` decides what becomes
of each, `folder` writes it down. `run` is the whole flow.
"""
