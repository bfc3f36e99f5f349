/**
 * A client as cheap as can be, so that the driver is not what is measured: engine.io and socket.io spoken over a
 * websocket on a bare TCP socket. All sockets read into one buffer, and what was broadcast is looked at only once
 * (see frames.mjs).
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { Frames } from './frames.mjs';

const shared = Buffer.allocUnsafe(256 * 1024);
const none = Buffer.alloc(0);
const opcodes = { text: 1, close: 8 };

export class Client {
  /** Told of every group of messages of one channel that arrives together. */
  onMessages = () => undefined;
  onClose = () => undefined;
  frames = 0;
  bytes = 0;
  #rest = none;
  #open = false;
  #asked = 0;
  #waiting = new Map();
  #ready;

  /** `wire` says how this target is spoken to: its path, whether engine.io comes first, whether people sign in. */
  constructor({ port, wire, person, token }) {
    this.port = port;
    this.wire = wire;
    this.person = person;
    this.token = token;
  }

  /** Resolves when the target has let us in. */
  connect() {
    return new Promise((resolve, reject) => {
      this.#ready = { resolve, reject };
      this.socket = connect({
        host: '127.0.0.1',
        port: this.port,
        noDelay: true,
        onread: { buffer: shared, callback: (length, buffer) => this.#read(buffer.subarray(0, length)) },
      });
      this.socket.on('connect', () => this.socket.write(this.#upgrade()));
      this.socket.on('error', reject);
      this.socket.on('close', () => {
        reject(new Error('The target closed the connection.'));
        this.onClose(this);
      });
    });
  }

  /** Asks and resolves with what was acknowledged; rejects when it was refused. */
  ask(name, input) {
    return new Promise((resolve, reject) => this.tell(name, input, (answer) => settle(answer, { resolve, reject })));
  }

  /** The same without a promise, for the hot path. */
  tell(name, input, answered) {
    const id = this.#asked++;
    this.#waiting.set(id, answered);
    this.#write(`42${id}${JSON.stringify([name, input])}`);
  }

  close() {
    this.onClose = () => undefined;
    this.socket.destroy();
  }

  #upgrade() {
    const { path, session } = this.wire;
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${this.port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(session ? [`Origin: http://127.0.0.1:${this.port}`, `Cookie: hub=${this.token}`] : []),
    ];
    return `${lines.join('\r\n')}\r\n\r\n`;
  }

  #read(chunk) {
    this.bytes += chunk.length;
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#open) {
      const end = data.indexOf('\r\n\r\n');
      if (end >= 0) this.#opened(data.toString('latin1', 0, end));
      data = end < 0 ? data : data.subarray(end + 4);
    }
    const used = this.#open ? this.#cut(data) : 0;
    // What is left lies in the shared buffer, which the next socket overwrites.
    this.#rest = used === data.length ? none : Buffer.from(data.subarray(used));
    return true;
  }

  #opened(head) {
    if (!head.startsWith('HTTP/1.1 101')) {
      this.#ready.reject(new Error(`The target answered ${head.split('\r\n')[0]}`));
      this.socket.destroy();
      return;
    }
    this.#open = true;
    if (!this.wire.engine) this.#ready.resolve(this);
  }

  /** Hands over every whole frame; returns how far they reached. */
  #cut(data) {
    let at = 0;
    while (data.length - at >= 2) {
      const short = data[at + 1] & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length - at < head) break;
      const length = short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUInt32BE(at + 6);
      if (data.length - at < head + length) break;
      const opcode = data[at] & 15;
      if (opcode === opcodes.text) this.#hear(data.subarray(at + head, at + head + length));
      else if (opcode === opcodes.close) this.socket.destroy();
      at += head + length;
    }
    return at;
  }

  #hear(frame) {
    const kind = String.fromCharCode(frame[0], frame[1]);
    if (kind === '42') {
      this.frames++;
      for (const group of Frames.read(frame)) this.onMessages(this, group);
    } else if (kind === '43') this.#answered(frame.toString('utf8', 2));
    else if (kind[0] === '2') this.#write('3');
    else if (kind[0] === '0') this.#write('40');
    else if (kind === '40') this.#ready.resolve(this);
    else if (kind === '44') this.#ready.reject(new Error(`Refused: ${frame.toString()}`));
  }

  #answered(text) {
    const cut = text.indexOf('[');
    const id = Number(text.slice(0, cut));
    const answered = this.#waiting.get(id);
    this.#waiting.delete(id);
    answered?.(JSON.parse(text.slice(cut))[0]);
  }

  /** Frames of a client are masked; a mask of zeros is one as well, and costs nothing. */
  #write(text) {
    const payload = Buffer.from(text);
    const { length } = payload;
    const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
    head[0] = 128 | opcodes.text;
    head[1] = 128 | (length < 126 ? length : length < 65_536 ? 126 : 127);
    if (length >= 65_536) head.writeUInt32BE(length, 6);
    else if (length >= 126) head.writeUInt16BE(length, 2);
    this.socket.write(Buffer.concat([head, payload]));
  }
}

function settle(answer, { resolve, reject }) {
  if (answer?.ok) resolve(answer.data);
  else reject(new Error(`Refused: ${JSON.stringify(answer?.error)}`));
}
