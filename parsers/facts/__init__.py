"""One module, or package, a kind of fact: a document in, values with their evidence out."""
