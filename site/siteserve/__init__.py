"""The live search of an archive: pages in the look of the site and a JSON API, for this machine alone."""
