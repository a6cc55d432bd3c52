-- What each snapshot says that the next one may say differently. Null in rows from before: nothing is concluded from them.
ALTER TABLE "Listing" ADD COLUMN     "priceFacts" TEXT[];
ALTER TABLE "Listing" ADD COLUMN     "capabilityKeys" TEXT[];

-- CreateTable
CREATE TABLE "ToolChange" (
    "id" TEXT COLLATE "C" NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fromSnapshot" TEXT COLLATE "C" NOT NULL,
    "toSnapshot" TEXT COLLATE "C" NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "ToolChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" UUID NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "factKey" TEXT COLLATE "C",
    "row" TEXT,
    "page" TEXT,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "visitorHash" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "ErrorReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ToolChange_toolId_at_idx" ON "ToolChange"("toolId", "at");

-- CreateIndex
CREATE INDEX "ErrorReport_createdAt_idx" ON "ErrorReport"("createdAt");

-- CreateIndex
CREATE INDEX "ErrorReport_toolId_idx" ON "ErrorReport"("toolId");

-- CreateIndex
CREATE INDEX "ErrorReport_visitorHash_idx" ON "ErrorReport"("visitorHash");

-- AddForeignKey
ALTER TABLE "ToolChange" ADD CONSTRAINT "ToolChange_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_reason_check" CHECK ("reason" IN ('wrong-value', 'outdated', 'wrong-tool', 'wrong-source', 'broken-link', 'other'));
