-- A tool may be known by its names alone: then it has no newest fact.
ALTER TABLE "Listing" ALTER COLUMN "newestFact" DROP NOT NULL;
