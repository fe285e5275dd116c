import {
	loadConfig,
	NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
	NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
} from '@smithy/core/config';

/** What the environment and a profile say to every client of the SDK alike. */
interface Shared {
	readonly useDualstackEndpoint: () => Promise<boolean>;
	readonly useFipsEndpoint: () => Promise<boolean>;
	readonly userAgentAppId: () => Promise<string | undefined>;
	/** Said here, so that no client looks for it: these hold whatever a profile says, as we repeat and sign as we must. */
	readonly defaultsMode: 'standard';
	readonly retryMode: 'standard';
	readonly authSchemePreference: string[];
}

const known = new WeakMap<object, Shared>();

/**
The settings that all clients of an account share, read once: each of hundreds of clients would look for them again in the
environment and the files, and take longer over that than over its calls. An account is known by its sockets.
*/
export function sharedSettings(sockets: object, profile: string | undefined): Shared {
	const before = known.get(sockets);
	if (before) return before;
	const of = profile === undefined ? {} : { profile };
	const shared: Shared = {
		useDualstackEndpoint: loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, of),
		useFipsEndpoint: loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, of),
		userAgentAppId: loadConfig<string | undefined>(
			{
				environmentVariableSelector: (env) => env.AWS_SDK_UA_APP_ID,
				configFileSelector: ({ sdk_ua_app_id }) => sdk_ua_app_id,
				default: undefined,
			},
			of,
		),
		defaultsMode: 'standard',
		retryMode: 'standard',
		authSchemePreference: [],
	};
	known.set(sockets, shared);
	return shared;
}
