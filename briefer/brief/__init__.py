"""The note: model, templates, drafting, editing, review, storage."""
