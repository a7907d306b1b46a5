"""`python -m dealwire`: the command line without an installed script."""

from dealwire.cli import main

main()
