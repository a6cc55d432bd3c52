-- CreateIndex
CREATE INDEX "LearnedNeed_text_idx" ON "LearnedNeed"("text");
