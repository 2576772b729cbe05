import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signNotification, verifyNotification } from '../signature.ts';

const TEST_KEY = 'test-key-for-emulator-only';

const VECTORS = [
	{
		name: 'V1 plain',
		key: '0123456789abcdef0123456789abcdef01234567',
		time: 1700000000,
		body: '{"order_id":"PL-1001","status":"completed"}',
		digest: '68d320db48e6cf09e32a1354600000d93a0754c911a2de8c024282f0fa4a6e6f5175f21c5f1762de2d09d397418959fef6ca5b16cfceaaecb0be9409df0865fd',
	},
	{
		name: 'V2 more fields',
		key: TEST_KEY,
		time: 1735689600,
		body: '{"amount":1250,"currency":"EUR","order_id":"PL-1002","status":"expired","financial_status":"expired"}',
		digest: '1521f56cc7cfa092313f8a01cda81cbc3a08b94b3fb7b7544ae939df581894be6c5c018c46870dc3446cd94435639c2174fa85cc13ee2ed61e52c6a65165e9df',
	},
	{
		name: 'V3 escape sequences are not decoded',
		key: TEST_KEY,
		time: 1735689600,
		body: '{"description":"Caf\\u00e9 order","order_id":"PL-1003","payment_url":"https:\\/\\/example.test\\/x"}',
		digest: 'e093e9ff0d582284d8592ec3f748ec87d06913950d7087ae12132585c079c4b383040f91f62f5641a4d374243cc350983c76ad7050dcda63ae838fd7f7eddf3e',
	},
	{
		name: 'V4 raw UTF-8 and a newline',
		key: TEST_KEY,
		time: 1735689601,
		body: '{"description":"Café €5","order_id":"PL-1004"}\n',
		digest: '0bf339bf2df8b18baa8e706bb7345cfd72079aaefceab82f0be98ec4d6cb71885c56e14c1bcf07fb27b10a7a3778340a5995be973163308f5c27e0e90f33af8b',
	},
	{
		name: 'V5 empty body',
		key: TEST_KEY,
		time: 1735689600,
		body: '',
		digest: '405b2c9c56ba6d8a34303e35b67629b76b4d0b29ead41359287263c54a772dcf60f78359f4ba2b4d298e7a0f7351dd106c27cbdbfb96ac6fa208fb5eae4d8770',
	},
];

for ( const { name, key, time, body, digest } of VECTORS ) {
	test( `signs ${ name }`, () => {
		const header = signNotification( key, time, body );
		assert.equal(
			Buffer.from( header, 'base64' ).toString(),
			`${ time }:${ digest }`
		);
		assert.equal( signNotification( ` ${ key }\n`, time, body ), header );
		assert.ok( verifyNotification( key, header, body, time + 600 ) );
	} );

	test( `rejects ${ name } with another body, another key or a timestamp outside the window`, () => {
		const header = signNotification( key, time, body );
		assert.ok( ! verifyNotification( key, header, `${ body } `, time ) );
		assert.ok( ! verifyNotification( `${ key }x`, header, body, time ) );
		assert.ok( ! verifyNotification( '', header, body, time ) );
		assert.ok( ! verifyNotification( key, header, body, time + 601 ) );
		assert.ok( ! verifyNotification( key, header, body, time - 601 ) );
		assert.ok( ! verifyNotification( key, '', body, time ) );
	} );
}
