"""The terminal app: screens and widgets over the core, which knows nothing of them."""
