"""A paper that was read goes into one's own layer: record and questions at once, the rest as a person accepts it."""
