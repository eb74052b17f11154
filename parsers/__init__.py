"""Pages in, releases out: reading, pairing and comparing grant-call press releases.

Pure functions and values only: nothing here opens a network connection, reads a clock or
touches a file other than the language data that lies inside this package.
"""
