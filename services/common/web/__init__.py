"""What the web roles share: problem answers and staff sessions."""
