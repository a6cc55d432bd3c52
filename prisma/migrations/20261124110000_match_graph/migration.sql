-- Search ranks with weights that are worked out when a tool is written: a lexicon, postings and a few statistics.
DROP TABLE "ToolSearch";

-- Words without punctuation, and "ChartTool" as "Chart Tool". ASCII classes and a list alone, so that every locale splits alike.
CREATE FUNCTION match_text(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(
    regexp_replace(
      regexp_replace(translate(written, '“”‘’„«»–—…·•、。，！？：；（）「」', '                       '), '([a-z0-9])([A-Z])', '\1 \2', 'g'),
      '([A-Z]+)([A-Z][a-z])', '\1 \2', 'g'),
    '[\x01-/:-@\[-`{-~]+', ' ', 'g')
$$;

-- CreateTable
CREATE TABLE "MatchTool" (
    "toolId" TEXT COLLATE "C" NOT NULL,
    "no" SERIAL NOT NULL,

    CONSTRAINT "MatchTool_pkey" PRIMARY KEY ("toolId")
);

-- CreateTable
CREATE TABLE "MatchTerm" (
    "id" SERIAL NOT NULL,
    "term" TEXT COLLATE "C" NOT NULL,
    "tools" INTEGER NOT NULL,

    CONSTRAINT "MatchTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchPosting" (
    "termId" INTEGER NOT NULL,
    "toolNo" INTEGER NOT NULL,
    "weight" REAL NOT NULL,

    CONSTRAINT "MatchPosting_pkey" PRIMARY KEY ("termId","toolNo")
);

-- CreateTable
CREATE TABLE "MatchCapability" (
    "capabilityId" TEXT COLLATE "C" NOT NULL,
    "toolNo" INTEGER NOT NULL,
    "terms" INTEGER[],
    "weights" REAL[],

    CONSTRAINT "MatchCapability_pkey" PRIMARY KEY ("capabilityId")
);

-- CreateTable
CREATE TABLE "MatchSynonym" (
    "term" TEXT COLLATE "C" NOT NULL,
    "other" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "MatchSynonym_pkey" PRIMARY KEY ("term","other")
);

-- CreateTable
CREATE TABLE "MatchStatistic" (
    "name" TEXT COLLATE "C" NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "MatchStatistic_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "LearnedNeed" (
    "id" TEXT COLLATE "C" NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "capabilityId" TEXT COLLATE "C",
    "text" TEXT NOT NULL,
    "confirmations" INTEGER NOT NULL,
    "learnedOn" DATE NOT NULL,

    CONSTRAINT "LearnedNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Need" (
    "id" TEXT COLLATE "C" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Search" (
    "id" UUID NOT NULL,
    "needId" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "surface" TEXT COLLATE "C" NOT NULL,
    "filters" JSONB NOT NULL,
    "fits" BOOLEAN NOT NULL,
    "visitorHash" TEXT,

    CONSTRAINT "Search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Match" (
    "searchId" UUID NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "capabilityId" TEXT COLLATE "C",
    "position" INTEGER NOT NULL,

    CONSTRAINT "Match_pkey" PRIMARY KEY ("searchId","toolId")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "searchId" UUID NOT NULL,
    "toolId" TEXT COLLATE "C" NOT NULL,
    "worked" BOOLEAN NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "visitorHash" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnBecause" TEXT,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchCount" (
    "toolId" TEXT COLLATE "C" NOT NULL,
    "timesMatched" INTEGER NOT NULL,
    "worked" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "MatchCount_pkey" PRIMARY KEY ("toolId")
);

-- CreateIndex
CREATE UNIQUE INDEX "MatchTool_no_key" ON "MatchTool"("no");

-- CreateIndex
CREATE UNIQUE INDEX "MatchTerm_term_key" ON "MatchTerm"("term");

-- CreateIndex
CREATE INDEX "MatchPosting_toolNo_idx" ON "MatchPosting"("toolNo");

-- CreateIndex
CREATE INDEX "MatchCapability_toolNo_idx" ON "MatchCapability"("toolNo");

-- CreateIndex
CREATE INDEX "LearnedNeed_toolId_idx" ON "LearnedNeed"("toolId");

-- CreateIndex
CREATE INDEX "Search_needId_idx" ON "Search"("needId");

-- CreateIndex
CREATE INDEX "Search_at_idx" ON "Search"("at");

-- CreateIndex
CREATE INDEX "Match_toolId_idx" ON "Match"("toolId");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_searchId_toolId_key" ON "Outcome"("searchId", "toolId");

-- AddForeignKey
ALTER TABLE "MatchTool" ADD CONSTRAINT "MatchTool_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearnedNeed" ADD CONSTRAINT "LearnedNeed_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Search" ADD CONSTRAINT "Search_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_searchId_fkey" FOREIGN KEY ("searchId") REFERENCES "Search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_searchId_toolId_fkey" FOREIGN KEY ("searchId", "toolId") REFERENCES "Match"("searchId", "toolId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchCount" ADD CONSTRAINT "MatchCount_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;
