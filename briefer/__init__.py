"""briefer: briefing notes for Council working parties, from a sourced knowledge base to Word."""

__version__ = "0.1.0"
