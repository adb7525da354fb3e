"""What each command does: called by ``cli``, which has read the command line; nothing here is imported before it is asked for."""
