/** Fields that may hold a secret in an answer that is otherwise about metadata: connection settings, keys of lines. */
const secretField =
	/passw(?:or)?d|passphrase|secret(?!s?.?arn)|auth_?key|private_?key|access_?key|session_?token|credential/i;
/** Secrets inside addresses: `//user:password@host`, `thin:user/password@`, `password=…`. */
const inAddress = /(:\/\/)[^/@\s]*:[^/@\s]*@|(thin:)[^/@\s]+\/[^@\s]+@/gi;
const inSettings = /\b(passw(?:or)?d|pwd|secret|token)=[^;&\s]+/gi;

/**
An answer without what could be a secret, so that no collector sees one and none is kept: texts in fields that are named like
one (an ARN only says where it is kept), and what stands before the host of an address.
*/
export function withoutSecrets(value: unknown): unknown {
	if (typeof value === 'string') return withoutSecretsIn(value);
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return value;
	const kept: Record<string, unknown> = {};
	for (const [field, part] of Object.entries(value)) {
		const secret = typeof part === 'string' && secretField.test(field) && !part.startsWith('arn:');
		if (!secret) kept[field] = withoutSecrets(part);
	}
	return kept;
}

/** Most texts hold neither sign. */
function withoutSecretsIn(text: string): string {
	if (!text.includes('@') && !text.includes('=')) return text;
	return text.replace(inAddress, '$1$2').replace(inSettings, '$1=');
}
