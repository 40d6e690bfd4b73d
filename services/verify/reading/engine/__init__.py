"""Engines that turn line pictures into text, behind one port."""
