"""What follows from the captures: the catalogue, the export, the full text. See `index.archive` for where it lies."""
