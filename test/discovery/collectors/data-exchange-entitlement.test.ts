import { expect, test } from 'vitest';
import { dataExchangeEntitlement } from '../../../source/discovery/collectors/data-exchange-entitlement.ts';
import { collect, valuesOf } from '../../peers/reading.ts';

const set = (Name: string, AssetType: string) => ({ Arn: `arn:${Name}`, Name, AssetType });

test('what the account may use is a source outside it, read as its assets are', async () => {
	const { sources, caller } = await collect(dataExchangeEntitlement, {
		ListDataSets: {
			DataSets: [set('files', 'S3_SNAPSHOT'), set('share', 'REDSHIFT_DATA_SHARE'), set('strange', 'NEW_SORT')],
		},
	});
	expect(caller.inputsOf('ListDataSets')).toEqual([{ Origin: 'ENTITLED', MaxResults: 25 }]);
	expect(sources.map(({ title, family, facts }) => [title, family, valuesOf(facts)])).toEqual([
		['files', 'external', { protocol: 's3', managed: 'data-exchange' }],
		['share', 'external', { protocol: 'jdbc', engine: 'redshift', structure: 'structured', format: 'rows' }],
		['strange', 'external', {}],
	]);
});
