import { type ServiceName, services } from './services.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where the environment sends the calls of a service; undefined for AWS itself. As the AWS CLI reads it. */
export function endpointOf(service: ServiceName, env: Env): string | undefined {
	if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true') return undefined;
	return env[`AWS_ENDPOINT_URL_${services[service].spelled}`] || env.AWS_ENDPOINT_URL || undefined;
}
