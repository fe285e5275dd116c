/** A class of personal data: how it is told by a value, by the name of a column, and how sensitive it makes a source. */
interface PersonalClass {
	readonly says: 'personal' | 'health' | 'card';
	readonly value?: (text: string) => boolean;
	readonly name?: RegExp;
	/** Share of present values from which the class is believed; a tenth of random digits pass the check of cards. */
	readonly from: number;
}

const digitsOf = (text: string): string => text.replace(/[ -]/g, '');

function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let index = 0; index < digits.length; index += 1) {
		const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
		const twice = digit * 2;
		sum += index % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
	}
	return sum % 10 === 0;
}

function passesIban(text: string): boolean {
	const compact = text.replaceAll(' ', '');
	const turned = compact.slice(4) + compact.slice(0, 4);
	let rest = 0;
	for (const letter of turned)
		for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1;
}

const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/;
const card = /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12})$/;
const iban = /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?$/;
const phone = /^(?:\+|00)\d{1,3}[ ()./-]?(?:\d[ ()./-]?){6,12}$|^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/;
const address = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

/** The classes that are looked for; names follow the data identifiers of Amazon Macie where it has one. */
export const personalClasses: Readonly<Record<string, PersonalClass>> = {
	'e-mail address': {
		says: 'personal',
		value: (text) => text.includes('@') && email.test(text),
		name: /^e?_?mail(?:_?addr(?:ess)?)?$/i,
		from: 0.01,
	},
	'card number': {
		says: 'card',
		value: (text) => card.test(digitsOf(text)) && passesLuhn(digitsOf(text)),
		name: /card_?n(?:o|um(?:ber)?)$|^pan$/i,
		from: 0.5,
	},
	'bank account': {
		says: 'personal',
		value: (text) => iban.test(text) && passesIban(text),
		name: /^(?:iban|account_?n(?:o|umber))$/i,
		from: 0.05,
	},
	'phone number': {
		says: 'personal',
		value: (text) => phone.test(text),
		name: /(?:^|_)(?:phone|mobile|telephone|fax)(?:_?n(?:o|umber))?$/i,
		from: 0.2,
	},
	'social security number': {
		says: 'personal',
		value: (text) => /^(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(text),
		name: /^(?:ssn|social_?security.*|tax_?id|national_?id|passport.*)$/i,
		from: 0.05,
	},
	'IP address': {
		says: 'personal',
		value: (text) => address.test(text),
		name: /^(?:client_?|remote_?|src_?)?ip(?:_?addr(?:ess)?)?$/i,
		from: 0.2,
	},
	'person name': {
		says: 'personal',
		name: /^(?:first|last|family|given|full|middle|sur|maiden|customer|patient|employee)_?name$/i,
		from: 1,
	},
	'birth date': { says: 'personal', name: /^(?:dob|birth_?da(?:te|y)|date_?of_?birth|born(?:_?on)?)$/i, from: 1 },
	'postal address': {
		says: 'personal',
		name: /^(?:street|address(?:_?line)?_?\d?|(?:home|postal|street)_?address)$/i,
		from: 1,
	},
	gender: { says: 'personal', name: /^(?:gender|sex|ethnicity|religion)$/i, from: 1 },
	position: { says: 'personal', name: /^(?:device|user|customer|home)_?(?:lat(?:itude)?|lon(?:gitude)?)$/i, from: 1 },
	diagnosis: {
		says: 'health',
		value: (text) => /^[A-TV-Z]\d{2}(?:\.\d{1,4})$/.test(text),
		name: /diagnos|icd_?(?:9|10)|^(?:mrn|patient_?id|medical_?record.*|medication|allerg(?:y|ies))$/i,
		from: 0.5,
	},
};

const classed = Object.entries(personalClasses);
const worthALook = /[@\d]/;

/** The class that a value shows; undefined for none. */
export function personalIn(text: string): string | undefined {
	if (text.length < 6 || text.length > 4000 || !worthALook.test(text)) return undefined;
	return classed.find(([, { value }]) => value?.(text))?.[0];
}

/** The class that the name of a column tells. */
export function personalByName(column: string): string | undefined {
	const last = column.split('.').at(-1) ?? column;
	const name = last
		.trim()
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.replace(/[\s-]+/g, '_');
	return classed.find(([, { name: pattern }]) => pattern?.test(name))?.[0];
}
