"""Finnish and Swedish versions of one text: found, aligned paragraph by paragraph, compared fact by fact."""
