import { aDraft, aLink } from '../test/wire';
import { panelReducer, type PanelState } from './payment-links-reducer';

const FIRST = aLink( { id: 1, order_id: 'PL-1001-1' } );
const SECOND = aLink( { id: 2, order_id: 'PL-1001-2' } );

const NOW = new Date( '2026-11-24T10:00:00Z' );

const START: PanelState = {
	links: [ FIRST ],
	mode: { kind: 'idle' },
	draft: aDraft(),
	rows: new Map(),
	dialog: null,
};

it( 'puts a new link on top and wants a new draft for the next one', () => {
	const state = panelReducer( START, {
		type: 'created',
		link: SECOND,
		askedAmount: 8000,
	} );

	expect( state.links ).toEqual( [ SECOND, FIRST ] );
	expect( state.draft ).toBeNull();
	expect( state.mode ).toMatchObject( { kind: 'created', link: SECOND } );
} );

it( 'shows a link once when the same key brought it back', () => {
	const again = { ...FIRST, status: 'active' as const };

	expect(
		panelReducer( START, {
			type: 'created',
			link: again,
			askedAmount: 8000,
		} ).links
	).toEqual( [ again ] );
} );

it( 'keeps the open form when creating failed', () => {
	const open = panelReducer( START, {
		type: 'form_opened',
		draft: aDraft(),
		idempotencyKey: 'key-of-the-form',
	} );

	const state = panelReducer( open, { type: 'creation_failed' } );

	expect( state.mode ).toBe( open.mode );
	expect( state.draft ).toBeNull();
} );

describe( 'refreshing', () => {
	const refreshing = panelReducer( START, {
		type: 'refresh_started',
		linkId: 1,
	} );

	it( 'is shown in its own row only', () => {
		expect( [ ...refreshing.rows ] ).toEqual( [
			[ 1, { kind: 'refreshing' } ],
		] );
	} );

	it( 'keeps the draft when nothing changed', () => {
		const state = panelReducer( refreshing, {
			type: 'refreshed',
			link: FIRST,
			at: NOW,
		} );

		expect( state.rows.get( 1 ) ).toEqual( { kind: 'checked', at: NOW } );
		expect( state.draft ).toBe( START.draft );
	} );

	it( 'drops the draft when the link turned out to be paid', () => {
		const paid = { ...FIRST, status: 'completed' as const };
		const state = panelReducer( refreshing, {
			type: 'refreshed',
			link: paid,
			at: NOW,
		} );

		expect( state.links ).toEqual( [ paid ] );
		expect( state.draft ).toBeNull();
	} );

	it( 'says in the row why it failed, and the list stays', () => {
		const state = panelReducer( refreshing, {
			type: 'refresh_failed',
			linkId: 1,
			message: 'No answer.',
		} );

		expect( state.rows.get( 1 ) ).toEqual( {
			kind: 'failed',
			message: 'No answer.',
		} );
		expect( state.links ).toEqual( [ FIRST ] );
	} );
} );

describe( 'a dialog', () => {
	it( 'opens for one link and closes', () => {
		const dialog = { kind: 'history', linkId: 1 } as const;
		const open = panelReducer( START, { type: 'dialog_opened', dialog } );

		expect( open.dialog ).toEqual( dialog );
		expect( panelReducer( open, { type: 'dialog_closed' } ) ).toEqual(
			START
		);
	} );

	it( 'brings news of its link into the row, and the draft is out of date', () => {
		const retired = { ...FIRST, status: 'cancelled' as const };
		const state = panelReducer( START, {
			type: 'link_changed',
			link: retired,
		} );

		expect( state.links ).toEqual( [ retired ] );
		expect( state.draft ).toBeNull();
	} );
} );
