"""Wording: a right value in the notation of the text that stands wrong. Pure functions; each answers None rather than guess.

Every function takes the raw text first. What it gives back keeps the writer's figures or words, separators, units, precision and
capitals, and differs from the raw text.
"""
