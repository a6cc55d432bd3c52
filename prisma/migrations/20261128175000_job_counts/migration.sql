-- How many active tools claim a job is kept with it: counting them for a page takes the longer the more tools there are.
ALTER TABLE "Capability" ADD COLUMN     "tools" INTEGER NOT NULL DEFAULT 0;

UPDATE "Capability" j SET "tools" = n."tools" FROM (
    SELECT c."jobId", count(DISTINCT c."toolId")::int AS "tools" FROM "ToolCapability" c JOIN "Tool" t ON t."id" = c."toolId"
    WHERE c."withdrawnAt" IS NULL AND t."state" = 'active' GROUP BY c."jobId"
) n WHERE n."jobId" = j."id";

-- Jobs are found by a part of their name, and by names that are like it.
-- CreateIndex
CREATE INDEX "Capability_name_trgm" ON "Capability" USING GIN ("name" gin_trgm_ops) WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "Capability_id_trgm" ON "Capability" USING GIN ("id" gin_trgm_ops) WITH (fastupdate = off);
