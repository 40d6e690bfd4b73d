"""Layouts of the second series: the papers of `specimens.layouts` as other issuers, years and portals print them."""
