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
	changes: 0,
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
		origin: { originalId: null, isFromOrder: true },
	} );

	const state = panelReducer( open, { type: 'creation_failed' } );

	expect( state.mode ).toBe( open.mode );
	expect( state.draft ).toBeNull();
} );

it( 'keeps the draft of the order while a duplicate has its own', () => {
	const draft = aDraft( { description: 'Second half' } );
	const state = panelReducer( START, {
		type: 'form_opened',
		draft,
		idempotencyKey: 'key-of-the-form',
		origin: { originalId: 1, isFromOrder: false },
	} );

	expect( state.mode ).toMatchObject( {
		draft,
		origin: { originalId: 1 },
	} );
	expect( state.draft ).toBe( START.draft );
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
			type: 'command_failed',
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
			isNews: false,
		} );

		expect( state.links ).toEqual( [ retired ] );
		expect( state.draft ).toBeNull();
		expect( state.rows.size ).toBe( 0 );
	} );
} );

it( 'hands over the link of a renewal, and the row of the old one is at rest', () => {
	const renewing = panelReducer( START, {
		type: 'renewal_started',
		linkId: 1,
	} );
	expect( renewing.rows.get( 1 ) ).toEqual( { kind: 'renewing' } );

	const state = panelReducer( renewing, {
		type: 'renewed',
		link: SECOND,
		linkId: 1,
	} );
	expect( state.mode ).toMatchObject( { kind: 'created', link: SECOND } );
	expect( state.links ).toEqual( [ SECOND, FIRST ] );
	expect( state.rows.size ).toBe( 0 );
} );

describe( 'news', () => {
	const paid = { ...FIRST, status: 'completed' as const };

	it( 'of one link are marked in its row', () => {
		const state = panelReducer( START, {
			type: 'link_changed',
			link: paid,
			isNews: true,
		} );

		expect( state.links ).toEqual( [ paid ] );
		expect( state.rows.get( 1 ) ).toEqual( { kind: 'news' } );
	} );

	it( 'of the order bring its links and its draft', () => {
		const draft = aDraft( { amount: 9500 } );
		const checked = { kind: 'checked', at: NOW } as const;
		const state = panelReducer(
			{ ...START, rows: new Map( [ [ 1, checked ] ] ) },
			{
				type: 'order_read',
				links: [ SECOND, FIRST ],
				news: [ 2 ],
				draft,
			}
		);

		expect( state.links ).toEqual( [ SECOND, FIRST ] );
		expect( state.draft ).toBe( draft );
		expect( [ ...state.rows ] ).toEqual( [
			[ 1, checked ],
			[ 2, { kind: 'news' } ],
		] );
	} );

	it( 'tell an answer that is on its way from what has happened since', () => {
		const busy = panelReducer( START, {
			type: 'refresh_started',
			linkId: 1,
		} );
		expect( busy.changes ).toBe( 0 );

		const changed = panelReducer( busy, {
			type: 'refreshed',
			link: paid,
			at: NOW,
		} );
		expect( changed.changes ).toBe( 1 );
	} );

	it( 'make the draft wait when the order was edited', () => {
		expect(
			panelReducer( START, { type: 'order_changed' } ).draft
		).toBeNull();
	} );
} );
