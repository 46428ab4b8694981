"""Quantities that know how to agree: each member parses its writing and compares at the precision written."""
