"""One address for all roles: the portal's API, the staff console and the operators' page."""
