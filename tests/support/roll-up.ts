/**
 * SQL that commits a new snapshot as a roll-up of counts does: the catalogue stays, every tool was matched `matches`
 * times more. `id` is that of the new snapshot, hexadecimal.
 */
export function makeRollUp(id: string, matches: number): string {
  if (!/^[0-9a-f]{16}$/.test(id) || !Number.isSafeInteger(matches)) throw new Error('A roll-up takes an id of 16 hexadecimal digits and a whole number.');
  return `
    BEGIN;
    INSERT INTO "Snapshot" ("id", "formula", "catalogueHash", "fingerprint", "asOf", "toolCount", "factCount")
      SELECT '${id}', s."formula", s."catalogueHash", s."fingerprint", s."asOf", s."toolCount", s."factCount"
      FROM "Snapshot" s JOIN "CurrentSnapshot" c ON c."snapshotId" = s."id";
    INSERT INTO "Listing"
      SELECT (jsonb_populate_record(l, jsonb_build_object('snapshotId', '${id}', 'timesMatched', l."timesMatched" + ${matches}))).*
      FROM "Listing" l JOIN "CurrentSnapshot" c ON c."snapshotId" = l."snapshotId";
    UPDATE "CurrentSnapshot" SET "snapshotId" = '${id}', "since" = now();
    COMMIT;`;
}
