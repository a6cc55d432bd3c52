// Plain JavaScript, started by its path: Next does not compile it, and PGlite must not run on the thread that
// answers requests (a slow query would freeze every page). It speaks PostgreSQL's wire protocol over ports.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

// PGlite sets aside 128 MB for a cache that the operating system's own makes needless: a quarter is as quick.
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];
const database = await PGlite.create({ dataDir: workerData.folder ?? undefined, extensions: { pg_trgm }, startParams });

const terminate = 0x58; // 'X': the client says goodbye; PGlite's only backend must not hear it

let closing = false;

/** @param {import('node:worker_threads').MessagePort} port @param {Uint8Array} bytes one or several whole messages */
async function answer(port, bytes) {
  if (closing || bytes[0] === terminate) return;
  await database.execProtocolRawStream(bytes, {
    // A copy: what PGlite hands over is a view of memory that it reuses.
    onRawData: (chunk) => port.postMessage(chunk.slice()),
  });
}

/** Leaves the session as a new connection expects it. */
async function reset() {
  if (closing) return;
  await database.exec('ROLLBACK');
  await database.exec('DISCARD ALL');
}

/** Serves one connection until it closes. */
function serve(port) {
  return new Promise((resolve, reject) => {
    let answered = Promise.resolve();
    port.on('message', (bytes) => {
      answered = answered.then(() => answer(port, bytes));
      answered.catch(reject);
    });
    port.on('close', () => {
      answered.then(reset).then(resolve, reject);
    });
  });
}

// There is one backend, so connections are served one after another; a second one waits.
let served = Promise.resolve();

async function close() {
  closing = true;
  await database.close();
  process.exit(0); // of this thread
}

parentPort.on('message', (message) => {
  if (message === 'close') {
    close();
    return;
  }
  // What is thrown here is not a SQL error: PGlite's memory is then in an unknown state, and the thread ends.
  served = served.then(() => serve(message.port));
});

parentPort.postMessage('ready');
