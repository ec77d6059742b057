const ROOM = 512 * 1024;

/** Text of a file, as bytes that are written one after another. */
export class TextOut {
  bytes: Buffer = Buffer.allocUnsafeSlow(ROOM);
  at = 0;

  /** Makes room for further bytes. */
  expect(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.at + length));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }

  /** Hands the text out, and begins the next. */
  taken(): Buffer {
    const taken = this.bytes.subarray(0, this.at);
    this.bytes = Buffer.allocUnsafeSlow(ROOM);
    this.at = 0;
    return taken;
  }

  /** Writes a text of ASCII. There has to be room. */
  ascii(text: string): void {
    this.at += this.bytes.write(text, this.at, 'latin1');
  }

  /** Writes bytes as they are. There has to be room. */
  raw(bytes: Uint8Array): void {
    const { bytes: room, at } = this;
    for (let offset = 0; offset < bytes.length; offset += 1) room[at + offset] = bytes[offset] ?? 0;
    this.at = at + bytes.length;
  }

  byte(value: number): void {
    this.bytes[this.at] = value;
    this.at += 1;
  }

  /** Writes a whole number of at most 53 bits. There has to be room. */
  number(value: number): void {
    if (value < 0) {
      this.byte(45);
      this.number(-value);
      return;
    }
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits += 1;
    this.digits(value, digits);
  }

  /** Writes so many digits of a number. There has to be room. */
  digits(value: number, count: number): void {
    let rest = value;
    for (let at = this.at + count - 1; at >= this.at; at -= 1) {
      const tenth = Math.floor(rest / 10);
      this.bytes[at] = 48 + rest - tenth * 10;
      rest = tenth;
    }
    this.at += count;
  }
}
