"""`python -m standpunt` is the command line."""

from standpunt.cli import main

main()
