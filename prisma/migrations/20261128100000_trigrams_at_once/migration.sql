-- New rows go into these indexes at once, not on a list that every query reads through: PostgreSQL uses them for equality too,
-- and 1,351 look-ups of an import took 29 seconds.
ALTER INDEX "Tool_name_trgm" SET (fastupdate = off);
ALTER INDEX "Tool_slug_trgm" SET (fastupdate = off);
ALTER INDEX "Tool_vendor_trgm" SET (fastupdate = off);
ALTER INDEX "ToolAlias_alias_trgm" SET (fastupdate = off);
