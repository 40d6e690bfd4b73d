"""Layouts of the third series: the papers once more, as further issuers, years and portals print them."""
