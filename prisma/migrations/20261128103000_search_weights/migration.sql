-- The weights of words change, and everyday words of tasks are indexed: the index of search is emptied here, and the import that follows an update fills it again.
DELETE FROM "MatchPosting";
DELETE FROM "MatchCapability";
DELETE FROM "MatchTool";
DELETE FROM "MatchTerm";
DELETE FROM "MatchStatistic";
