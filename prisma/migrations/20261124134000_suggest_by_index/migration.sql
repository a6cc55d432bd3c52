-- The type-ahead looks at names, slugs and makers. Names have their index already.
CREATE INDEX "Tool_slug_trgm" ON "Tool" USING GIN ("slug" gin_trgm_ops);
CREATE INDEX "Tool_vendor_trgm" ON "Tool" USING GIN ("vendor" gin_trgm_ops);
