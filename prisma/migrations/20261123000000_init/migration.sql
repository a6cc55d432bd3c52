-- Slugs and ids are compared by code units (COLLATE "C"), so that every machine orders them alike.

-- Similarity of names, for "did you mean" and type-ahead.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "Tool" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "category" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "pickFor" TEXT NOT NULL,
    "describedFrom" TEXT NOT NULL,
    "homepage" TEXT,
    "repository" TEXT,
    "state" TEXT COLLATE "C" NOT NULL DEFAULT 'active',
    "mergedIntoId" TEXT COLLATE "C",
    "recordHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToolAlias" (
    "alias" TEXT COLLATE "C" NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "text" TEXT NOT NULL,
    "origin" TEXT COLLATE "C" NOT NULL DEFAULT 'record',

    CONSTRAINT "ToolAlias_pkey" PRIMARY KEY ("alias")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "licence" TEXT,
    "readOn" DATE NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "shared" BOOLEAN NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "key" TEXT COLLATE "C" NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "signal" TEXT COLLATE "C" NOT NULL,
    "value" JSONB,
    "notApplicable" TEXT,
    "conditions" JSONB,
    "interval" JSONB,
    "asOf" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sourceId" TEXT COLLATE "C" NOT NULL,
    "address" TEXT,
    "method" TEXT COLLATE "C" NOT NULL,
    "note" TEXT,
    "corrects" TEXT COLLATE "C",
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Capability" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Capability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToolCapability" (
    "id" TEXT COLLATE "C" NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "jobId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "unique" JSONB,
    "versus" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "outputs" JSONB NOT NULL,
    "limitations" JSONB NOT NULL,
    "needs" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ToolCapability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToolRelation" (
    "toolId" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "targetId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "ToolRelation_pkey" PRIMARY KEY ("toolId","type","targetId")
);

-- CreateTable
CREATE TABLE "ToolSearch" (
    "toolId" TEXT COLLATE "C" NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "ToolSearch_pkey" PRIMARY KEY ("toolId")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" TEXT COLLATE "C" NOT NULL,
    "seq" SERIAL NOT NULL,
    "formula" TEXT NOT NULL,
    "catalogueHash" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "toolCount" INTEGER NOT NULL,
    "factCount" INTEGER NOT NULL,
    "committedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CurrentSnapshot" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "snapshotId" TEXT COLLATE "C" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CurrentSnapshot_pkey" PRIMARY KEY ("only")
);

-- CreateTable
CREATE TABLE "Listing" (
    "snapshotId" TEXT COLLATE "C" NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "category" TEXT COLLATE "C" NOT NULL,
    "vendor" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "pricing" TEXT,
    "licence" TEXT,
    "openWeights" BOOLEAN,
    "total" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "coverage" DOUBLE PRECISION NOT NULL,
    "ranked" BOOLEAN NOT NULL,
    "standing" INTEGER,
    "startingPrice" DECIMAL(30,18),
    "startingPriceSignal" TEXT,
    "stars" INTEGER,
    "capabilityCount" INTEGER NOT NULL,
    "timesMatched" INTEGER NOT NULL DEFAULT 0,
    "newestFact" DATE NOT NULL,
    "rank" JSONB NOT NULL,

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("snapshotId","toolId")
);

-- CreateTable
CREATE TABLE "ToolSuggestion" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "visitorHash" TEXT,
    "state" TEXT COLLATE "C" NOT NULL DEFAULT 'open',

    CONSTRAINT "ToolSuggestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tool_slug_key" ON "Tool"("slug");

-- CreateIndex
CREATE INDEX "Tool_mergedIntoId_idx" ON "Tool"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Tool_name_trgm" ON "Tool" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ToolAlias_toolId_idx" ON "ToolAlias"("toolId");

-- CreateIndex
CREATE INDEX "ToolAlias_alias_trgm" ON "ToolAlias" USING GIN ("alias" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Fact_seq_key" ON "Fact"("seq");

-- CreateIndex
CREATE INDEX "Fact_toolId_signal_asOf_idx" ON "Fact"("toolId", "signal", "asOf");

-- CreateIndex
CREATE INDEX "Fact_sourceId_idx" ON "Fact"("sourceId");

-- CreateIndex
CREATE INDEX "ToolCapability_jobId_idx" ON "ToolCapability"("jobId");

-- CreateIndex
CREATE UNIQUE INDEX "ToolCapability_toolId_key_key" ON "ToolCapability"("toolId", "key");

-- CreateIndex
CREATE INDEX "ToolRelation_targetId_idx" ON "ToolRelation"("targetId");

-- CreateIndex
CREATE INDEX "ToolSearch_document_idx" ON "ToolSearch" USING GIN ("document");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_seq_key" ON "Snapshot"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "CurrentSnapshot_snapshotId_key" ON "CurrentSnapshot"("snapshotId");

-- CreateIndex
CREATE INDEX "Listing_snapshotId_category_total_idx" ON "Listing"("snapshotId", "category", "total");

-- CreateIndex
CREATE INDEX "Listing_snapshotId_kind_total_idx" ON "Listing"("snapshotId", "kind", "total");

-- CreateIndex
CREATE INDEX "Listing_snapshotId_total_idx" ON "Listing"("snapshotId", "total");

-- CreateIndex
CREATE INDEX "Listing_toolId_idx" ON "Listing"("toolId");

-- CreateIndex
CREATE UNIQUE INDEX "Listing_snapshotId_slug_key" ON "Listing"("snapshotId", "slug");

-- CreateIndex
CREATE INDEX "ToolSuggestion_state_createdAt_idx" ON "ToolSuggestion"("state", "createdAt");

-- CreateIndex
CREATE INDEX "ToolSuggestion_visitorHash_idx" ON "ToolSuggestion"("visitorHash");

-- AddForeignKey
ALTER TABLE "Tool" ADD CONSTRAINT "Tool_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolAlias" ADD CONSTRAINT "ToolAlias_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolCapability" ADD CONSTRAINT "ToolCapability_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolCapability" ADD CONSTRAINT "ToolCapability_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolRelation" ADD CONSTRAINT "ToolRelation_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolRelation" ADD CONSTRAINT "ToolRelation_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolSearch" ADD CONSTRAINT "ToolSearch_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CurrentSnapshot" ADD CONSTRAINT "CurrentSnapshot_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Tool" ADD CONSTRAINT "Tool_state_check" CHECK ("state" IN ('active', 'retired', 'merged') AND ("state" = 'merged') = ("mergedIntoId" IS NOT NULL));
ALTER TABLE "ToolAlias" ADD CONSTRAINT "ToolAlias_origin_check" CHECK ("origin" IN ('record', 'old-slug'));
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_value_check" CHECK (("value" IS NULL) = ("notApplicable" IS NOT NULL));
ALTER TABLE "CurrentSnapshot" ADD CONSTRAINT "CurrentSnapshot_only_check" CHECK ("only");
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_range_check" CHECK ("low" <= "high" AND "standing" BETWEEN 0 AND 100);
ALTER TABLE "ToolSuggestion" ADD CONSTRAINT "ToolSuggestion_check" CHECK ("state" IN ('open', 'done') AND char_length("text") BETWEEN 1 AND 300);
