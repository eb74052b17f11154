"""Middlewares: what every request, every response and all that spiders yield passes through."""
