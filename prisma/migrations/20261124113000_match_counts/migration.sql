-- What a purge took out of the log stays in the counts.
ALTER TABLE "MatchCount" ADD COLUMN "purgedMatched" INTEGER NOT NULL DEFAULT 0;
