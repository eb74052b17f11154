"""Ways in: crawling the sources, importing files, and the archive of record (WARC) that both write."""
