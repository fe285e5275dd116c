import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256 } from '../../../source/discovery/clients/sha256.ts';

const data = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 }));

test('a text or bytes, with and without a secret, have the same hash as in Node, also a second time', async () => {
	await fc.assert(
		fc.asyncProperty(data, data, fc.option(data, { nil: undefined }), async (first, second, secret) => {
			const own = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
			const wanted = own.update(first).update(second).digest();
			const hash = new Sha256(secret);
			hash.update(first);
			hash.update(second);
			expect(Buffer.from(await hash.digest())).toEqual(wanted);
			hash.reset();
			hash.update(first);
			hash.update(second);
			expect(Buffer.from(await hash.digest())).toEqual(wanted);
		}),
	);
});

test('bytes that are a part of others are hashed alone, as text or as a secret', async () => {
	const all = new Uint8Array([1, 2, 3, 4, 5, 6]);
	const part = all.subarray(2, 4);
	const hash = new Sha256(part);
	hash.update(part);
	expect(Buffer.from(await hash.digest())).toEqual(createHmac('sha256', part).update(part).digest());
});
