import { settingsOf } from './configuration.ts';
import { type ServiceName, services } from './services.ts';
import { noSharedFiles, type SharedFiles } from './shared-files.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Who says where AWS is. */
interface Said {
	readonly profile?: string | undefined;
	readonly shared?: SharedFiles;
}

/**
Where the calls of a service are sent in place of AWS; undefined for AWS itself. As the AWS CLI reads it: the environment's address for the service,
its address for all, that of the profile's `services` section, `endpoint_url` of the profile.
*/
export function endpointOf(
	service: ServiceName,
	env: Env,
	{ profile, shared = noSharedFiles }: Said = {},
): string | undefined {
	const { spelled } = services[service];
	const { own, all, ignored } = addressesOf(env, { profile, shared });
	if (ignored) return undefined;
	return (
		env[`AWS_ENDPOINT_URL_${spelled}`] || env.AWS_ENDPOINT_URL || own[`${spelled.toLowerCase()}.endpoint_url`] || all
	);
}

/** Every address that is set in place of AWS, each once: banners name them. */
export function overridesOf(env: Env, said: Required<Pick<Said, 'shared'>> & Said): readonly string[] {
	const { own, all, ignored } = addressesOf(env, said);
	if (ignored) return [];
	const ofServices = Object.entries({ ...own, ...env }).flatMap(([name, address]) =>
		address && /^AWS_ENDPOINT_URL_\w+$|\.endpoint_url$/.test(name) ? [address] : [],
	);
	return [...new Set([env.AWS_ENDPOINT_URL || all, ...ofServices])].flatMap((address) => address || []);
}

function addressesOf(env: Env, { profile, shared = noSharedFiles }: Said) {
	const { endpoint_url: all, services: named = '', ...rest } = settingsOf(profile, env, shared);
	const said = env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS || rest.ignore_configured_endpoint_urls;
	return { own: shared.services.get(named) ?? {}, all, ignored: said?.toLowerCase() === 'true' };
}
