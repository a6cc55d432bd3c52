-- AlterTable
ALTER TABLE "Listing" ADD COLUMN     "failed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "modalities" TEXT[],
ADD COLUMN     "worked" INTEGER NOT NULL DEFAULT 0;
