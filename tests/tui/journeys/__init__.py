"""Journeys of a delegate through the app, in the pilot and in a real terminal."""
