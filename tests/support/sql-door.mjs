// Loaded into a server under test (node --import): runs SQL that the test sends, through the database that the
// server itself has open. The embedded database can be reached in no other way.
process.on('message', async ({ number, sql }) => {
  const { pool } = await globalThis.unfragileDatabase;
  // Several statements give several results: the last one counts.
  const result = [await pool.query(sql)].flat().at(-1);
  process.send({ number, rows: result.rows });
});
// The door keeps no server running that has been told to stop.
process.channel?.unref();
