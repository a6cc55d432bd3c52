import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/** What node-postgres calls on a socket beside reading and writing. */
type SocketFace = {
  connect: () => void;
  setNoDelay: () => void;
  setKeepAlive: () => void;
  ref: () => void;
  unref: () => void;
};

/** A socket for node-postgres whose other end is a message port instead of a network. */
export function createPortStream(port: MessagePort): Duplex & SocketFace {
  const send = (bytes: Buffer): void => port.postMessage(new Uint8Array(bytes));
  const duplex = new Duplex({
    read: () => port.ref(),
    write: (bytes: Buffer, _encoding, done) => {
      send(bytes);
      done();
    },
    // node-postgres corks parse, bind, execute and sync: together they are one turn of the protocol.
    writev: (chunks, done) => {
      send(Buffer.concat(chunks.map(({ chunk }) => chunk)));
      done();
    },
    final: (done) => {
      port.close();
      done();
    },
    destroy: (error, done) => {
      port.close();
      done(error);
    },
  });
  port.on('message', (bytes: Uint8Array) => duplex.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  port.on('close', () => duplex.push(null));
  return Object.assign(duplex, {
    connect: () => process.nextTick(() => duplex.emit('connect')),
    setNoDelay: () => {},
    setKeepAlive: () => {},
    ref: () => port.ref(),
    unref: () => port.unref(),
  });
}
