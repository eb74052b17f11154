"""The site's pages: for each type a frozen dataclass, which is all that its template may use, and how it is made."""
