/** Width and height of a picture, from its first bytes (PNG, GIF, JPEG); undefined for others. */
export function mediaSize(start: Uint8Array): { readonly width: number; readonly height: number } | undefined {
	const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
	if (start.length >= 24 && view.getUint32(0) === 0x89504e47)
		return { width: view.getUint32(16), height: view.getUint32(20) };
	if (start.length >= 10 && view.getUint32(0) === 0x47494638) {
		return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
	}
	if (start.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
	for (let at = 2; at + 9 < start.length && start[at] === 0xff; ) {
		const mark = start[at + 1] as number;
		// A frame header of any coding but tables.
		if (mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc) {
			return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		}
		at += 2 + view.getUint16(at + 2);
	}
	return undefined;
}
