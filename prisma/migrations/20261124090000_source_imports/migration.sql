-- Tools, names and facts may come from the file of a source as well as from a record. Each import takes back only what is its own.
ALTER TABLE "Tool" ADD COLUMN "origin" TEXT COLLATE "C" NOT NULL DEFAULT 'record';
ALTER TABLE "Fact" ADD COLUMN "origin" TEXT COLLATE "C" NOT NULL DEFAULT 'record';

ALTER TABLE "Tool" ADD CONSTRAINT "Tool_origin_check" CHECK ("origin" IN ('record', 'source'));
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_origin_check" CHECK ("origin" IN ('record', 'source'));
ALTER TABLE "ToolAlias" DROP CONSTRAINT "ToolAlias_origin_check";
ALTER TABLE "ToolAlias" ADD CONSTRAINT "ToolAlias_origin_check" CHECK ("origin" IN ('record', 'old-slug', 'source'));

-- CreateTable
CREATE TABLE "ToolMerge" (
    "fromId" TEXT COLLATE "C" NOT NULL,
    "intoId" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ToolMerge_pkey" PRIMARY KEY ("fromId")
);

-- CreateIndex
CREATE INDEX "ToolMerge_intoId_idx" ON "ToolMerge"("intoId");

-- AddForeignKey
ALTER TABLE "ToolMerge" ADD CONSTRAINT "ToolMerge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolMerge" ADD CONSTRAINT "ToolMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ToolMerge" ADD CONSTRAINT "ToolMerge_check" CHECK ("fromId" <> "intoId");
