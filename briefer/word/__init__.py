"""Microsoft Word: a brief as outline and as .docx."""
