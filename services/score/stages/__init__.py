"""The stages of a selection: who passes, who is additional, who stands in reserve, who is out and why. Pure."""
