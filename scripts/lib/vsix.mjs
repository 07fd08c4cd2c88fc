// @ts-check
/**
 * Packs a VSIX as small as its format allows. A VSIX is a zip archive, and what reads one knows only deflate; Zopfli
 * finds shorter deflate streams than zlib does, at the cost of some seconds.
 */
import { createRequire } from 'node:module';
import { Zip } from 'fflate';

const zopfli = createRequire(import.meta.url)('@gfx/zopfli');
/** More rounds gain next to nothing. */
const ROUNDS = 5;
const DEFLATE = 8;

/**
 * @param {Readonly<Record<string, Uint8Array>>} files What the archive holds, in order.
 * @returns {Promise<Uint8Array>} The archive.
 */
export async function packZip(files) {
  const packed = await Promise.all(
    Object.entries(files).map(async ([filename, content]) => ({
      filename,
      size: content.length,
      crc: crc32(content),
      deflated: await deflate(content),
    })),
  );
  return new Promise((resolve, reject) => {
    /** @type {Uint8Array[]} */
    const parts = [];
    const zip = new Zip((error, part, final) => {
      if (error) reject(error);
      parts.push(part);
      if (final) resolve(Buffer.concat(parts));
    });
    for (const { deflated, ...entry } of packed) {
      /** @type {import('fflate').ZipInputFile} */
      const file = { ...entry, compression: DEFLATE, mtime: EPOCH };
      zip.add(file);
      file.ondata?.(null, deflated, true);
    }
    zip.end();
  });
}

/** The same input makes the same archive, whenever it is packed. */
const EPOCH = new Date(2000, 0, 1);

/**
 * @param {Uint8Array} content
 * @returns {Promise<Uint8Array<ArrayBuffer>>} A raw deflate stream.
 */
function deflate(content) {
  return new Promise((resolve, reject) => {
    zopfli.deflate(
      content,
      { numiterations: ROUNDS },
      (/** @type {Error | null} */ error, /** @type {Uint8Array<ArrayBuffer>} */ out) =>
        error ? reject(error) : resolve(out),
    );
  });
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/**
 * The checksum that zip wants; `zlib.crc32` came only with Node.js 20.15.
 *
 * @param {Uint8Array} content
 */
function crc32(content) {
  let crc = 0xffffffff;
  for (const byte of content) crc = /** @type {number} */ (TABLE[(crc ^ byte) & 0xff]) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
