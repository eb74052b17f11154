"""The static site: pages from templates, a search that runs in the reader's browser, nothing that needs a server.

`sitegen.build.build` is the way in.
"""
