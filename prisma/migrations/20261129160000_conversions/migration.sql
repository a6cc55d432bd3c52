-- What a capability turns into what is indexed, and everyday words of tasks were added: the index of search is emptied here, and the import that follows an update fills it again.
DELETE FROM "MatchPosting";
DELETE FROM "MatchCapability";
DELETE FROM "MatchTool";
DELETE FROM "MatchTerm";
DELETE FROM "MatchNameWord";
DELETE FROM "MatchStatistic";
