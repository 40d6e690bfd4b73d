"""What the portal talks to: declarations, uploads, their admission, and what became of them."""
