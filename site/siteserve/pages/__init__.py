"""The pages that only the live search has: for each a frozen dataclass, as on the site."""
