interface Tag {
	readonly Key?: string | undefined;
	readonly Value?: string | undefined;
}

/** Names under which organisations tag the owner, in the order in which they are believed. */
const names = ['owner', 'team'];

/** Who owns a resource by its tags; undefined where no tag says so. Capitals in the names of tags do not matter. */
export function ownerIn(tags: readonly Tag[] | undefined): string | undefined {
	for (const name of names) {
		const owner = tags?.find(({ Key }) => Key?.toLowerCase() === name)?.Value;
		if (owner) return owner;
	}
	return undefined;
}
