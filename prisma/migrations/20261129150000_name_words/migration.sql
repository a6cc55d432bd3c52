-- Misspelt names were held against every name there is, by trigrams: seconds at 100,000 tools. They are looked up in the words of names instead.
-- CreateTable
CREATE TABLE "MatchNameWord" (
    "word" TEXT COLLATE "C" NOT NULL,
    "tools" INTEGER NOT NULL,

    CONSTRAINT "MatchNameWord_pkey" PRIMARY KEY ("word")
);

INSERT INTO "MatchNameWord" ("word", "tools")
SELECT w."word", count(DISTINCT m."no")::int FROM "MatchTool" m, regexp_split_to_table(match_text(m."name"), ' ') AS w("word") WHERE w."word" <> '' GROUP BY w."word";
