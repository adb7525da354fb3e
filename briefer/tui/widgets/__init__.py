"""The parts that screens are put together from, one module each."""
