"""What the notice says: announcements, rule books and declarations. Pure; shared by intake, judging and score."""
