"""Council papers: from a file to what it says of itself, and to entries that a person can accept."""
