-- Capabilities that nobody wrote follow by rule from facts, whose keys they name. Null for written ones.
ALTER TABLE "ToolCapability" ADD COLUMN "derivedFrom" JSONB;

-- What sets a tool apart within its category, computed with each snapshot. Null where it has not been computed.
ALTER TABLE "Listing" ADD COLUMN "claims" JSONB;
