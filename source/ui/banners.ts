import type { Ui } from './state.ts';

/** What has to be seen on every screen of how AWS is asked; nothing where the session asks no account. */
export function bannersIn({ profiles, session }: Pick<Ui, 'profiles' | 'session'>): readonly string[] {
	const { banners = {} } = profiles;
	if (session?.scope.demo) return [];
	const used = session?.scope.profiles ?? [];
	return [...new Set((used.length === 0 ? [''] : used).flatMap((profile) => banners[profile] ?? []))];
}
