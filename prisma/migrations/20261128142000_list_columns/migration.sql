-- What lists filter and sort by, made with a snapshot, so that no reader waits for it.
CREATE TABLE "ListColumns" (
    "snapshotId" TEXT COLLATE "C" NOT NULL,
    "columns" JSON NOT NULL,

    CONSTRAINT "ListColumns_pkey" PRIMARY KEY ("snapshotId")
);

-- AddForeignKey
ALTER TABLE "ListColumns" ADD CONSTRAINT "ListColumns_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
