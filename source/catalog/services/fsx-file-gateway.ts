import { all, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const fsxFileGateway = closedService({
	title: 'Amazon FSx File Gateway',
	summary: 'A cache on site in front of FSx for Windows File Server.',
	page: 'https://docs.aws.amazon.com/filegateway/latest/filefsxw/what-is-file-fsxw.html',
	families: ['file'],
	wasFor: all(yes('local.use'), is('protocol', 'smb')),
	availability: {
		state: 'closed to new customers',
		on: '2024-10-28',
		instead: ['s3-file-gateway', 'datasync'],
		...confirmed('docs/storagegateway API reference; the date from secondary lists'),
	},
});
