"""The YAML base: entries, loading, look-up, search, checks, additions."""
