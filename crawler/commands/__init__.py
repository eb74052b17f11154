"""Scrapy's commands, where ours say more than its own."""
