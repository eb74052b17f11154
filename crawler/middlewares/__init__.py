"""Downloader middlewares: what every request and every response of a crawl passes through."""
