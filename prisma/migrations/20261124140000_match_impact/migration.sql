-- The index of search changes its shape: it is emptied here, and the import that follows an update fills it again.
DELETE FROM "MatchPosting";
DELETE FROM "MatchCapability";
DELETE FROM "MatchTool";
DELETE FROM "MatchTerm";
DELETE FROM "MatchStatistic";

-- DropIndex
DROP INDEX "MatchPosting_toolNo_idx";

-- AlterTable
ALTER TABLE "MatchPosting" DROP CONSTRAINT "MatchPosting_pkey",
ADD CONSTRAINT "MatchPosting_pkey" PRIMARY KEY ("termId", "weight", "toolNo");

-- AlterTable
ALTER TABLE "MatchTool" ADD COLUMN     "name" TEXT COLLATE "C" NOT NULL,
ADD COLUMN     "terms" INTEGER[],
ADD COLUMN     "weights" REAL[];

-- CreateIndex
CREATE INDEX "MatchTool_name_idx" ON "MatchTool"("name");
