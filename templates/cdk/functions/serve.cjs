// Writes the records of a stream to the table from which they are served by key. One that cannot be read or written fails alone: it is
// tried again from there, and ends in the queue. A record that comes late never replaces a newer one.
const field = process.env.KEY_FIELD ?? 'id';

/** What a record holds: of a table of DynamoDB its new image, of DMS the row without what DMS says about it, else the JSON that was sent. */
function contentOf({ kinesis }) {
	const told = JSON.parse(Buffer.from(kinesis.data, 'base64').toString('utf8'));
	if (told.dynamodb) return plain({ M: told.dynamodb.NewImage ?? told.dynamodb.Keys });
	return told.metadata && told.data ? told.data : told;
}

/** A value of DynamoDB's own JSON as plain JSON. */
function plain(value) {
	const [[type, held]] = Object.entries(value);
	if (type === 'M') return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, plain(one)]));
	if (type === 'L') return held.map(plain);
	if (type === 'N') return Number(held);
	if (type === 'NS') return held.map(Number);
	return type === 'NULL' ? null : held;
}

/** The item of a record: its key as text, and how far the stream was, so that two can be put in order. */
function itemOf(record, keyField = field) {
	const content = contentOf(record);
	const key = content[keyField];
	if (key === undefined || key === null || key === '') throw new Error(`The record has no ${keyField}.`);
	return { ...content, id: String(key), _sequence: record.kinesis.sequenceNumber.padStart(128, '0') };
}

let client;
async function put(item) {
	const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
	const { DynamoDBDocumentClient, PutCommand } = require('@aws-sdk/lib-dynamodb');
	client ??= DynamoDBDocumentClient.from(new DynamoDBClient({}));
	const command = new PutCommand({
		TableName: process.env.TABLE,
		Item: item,
		ConditionExpression: 'attribute_not_exists(id) OR #sequence < :sequence',
		ExpressionAttributeNames: { '#sequence': '_sequence' },
		ExpressionAttributeValues: { ':sequence': item._sequence },
	});
	await client.send(command).catch((error) => {
		if (error.name !== 'ConditionalCheckFailedException') throw error;
	});
}

/** Says from which record on a batch is to be tried again: what comes behind one that failed waits for it. */
async function handle({ Records }, write = put) {
	for (const record of Records) {
		try {
			await write(itemOf(record));
		} catch (error) {
			console.error(JSON.stringify({ sequence: record.kinesis.sequenceNumber, error: error.message }));
			return { batchItemFailures: [{ itemIdentifier: record.kinesis.sequenceNumber }] };
		}
	}
	return { batchItemFailures: [] };
}

exports.itemOf = itemOf;
exports.handle = handle;
exports.handler = (event) => handle(event);
