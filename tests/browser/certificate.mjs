// A key and a certificate signed by itself, for hosts that the tests play. X.509 in DER, as little as browsers take.

import { generateKeyPairSync, sign } from 'node:crypto';

/** `{ key, cert }` in PEM for the host `names`. */
export function certificate(names) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302')); // ecdsa-with-SHA256
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from('posra tests'))))); // CN
  const day = (shift) => der(0x17, Buffer.from(`${new Date(Date.now() + shift * 864e5).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
  const others = sequence(...names.map((one) => der(0x82, Buffer.from(one)))); // dNSName
  const extension = sequence(oid('551d11'), der(0x04, others)); // subjectAltName
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(day(-1), day(30)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  const lines = sequence(body, algorithm, signature).toString('base64').match(/.{1,64}/g).join('\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts) {
  return der(0x30, Buffer.concat(parts));
}

function oid(hex) {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function der(tag, content) {
  const n = content.length;
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
