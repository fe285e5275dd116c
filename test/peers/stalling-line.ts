import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a port of this machine on which nothing more arrives after so many bytes; `taken`: how often somebody took it. */
export async function stalling(
	to: number,
	most: number,
): Promise<{ readonly port: number; taken(): number; close(): void }> {
	const ends: Socket[] = [];
	const proxy = createServer((near) => {
		const far = connect(to, '127.0.0.1');
		ends.push(near, far);
		for (const end of [near, far]) end.on('error', () => undefined);
		let came = 0;
		near.pipe(far);
		far.on('data', (part) => {
			came += part.length;
			if (came > most) far.pause();
			else near.write(part);
		});
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const close = () => {
		proxy.close();
		for (const end of ends) end.destroy();
	};
	return { port: (proxy.address() as AddressInfo).port, taken: () => ends.length / 2, close };
}
