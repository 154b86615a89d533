// SPDX-License-Identifier: GPL-3.0-or-later
// Puts answers on the wire, whole, in pieces or broken off.
import {setTimeout as wait} from 'node:timers/promises';

export class Wire {
  #response;
  #onStatus;

  constructor(response, {headers, baseUrl, onStatus}) {
    this.#response = response;
    this.#onStatus = onStatus;
    this.headers = headers;
    this.baseUrl = baseUrl;
  }

  #head({status, headers}, length) {
    this.#onStatus(status);
    this.#response.sendDate = false;
    this.#response.writeHead(status, {...this.headers, ...headers, ...length});
  }

  send(reply) {
    const body = Buffer.from(reply.body);
    this.#head(reply, {'Content-Length': body.length});
    this.#response.end(this.#response.req.method === 'HEAD' ? undefined : body);
  }

  destroy() {
    this.#response.socket?.destroy();
  }

  /** Announces the whole body, sends half of it and breaks the connection. */
  async cut(reply) {
    const body = Buffer.from(reply.body);
    this.#head(reply, {'Content-Length': body.length});
    await new Promise(done => this.#response.write(body.subarray(0, Math.ceil(body.length / 2)), done));
    this.destroy();
  }

  /** Sends pieces as long as somebody reads them. */
  async stream(reply, pieces, pause = 0) {
    this.#head(reply, {});
    for (const piece of pieces) {
      if (this.#response.destroyed) return;
      if (!this.#response.write(piece)) await this.#drained();
      if (pause > 0) await wait(pause);
    }
    this.#response.end();
  }

  #drained() {
    return new Promise(done => {
      const goOn = () => {
        this.#response.off('drain', goOn).off('close', goOn);
        done();
      };
      this.#response.on('drain', goOn).on('close', goOn);
    });
  }
}
