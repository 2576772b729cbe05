import type { ApiError } from '../api/errors';
import type { Draft } from '../api/schemas';
import type { ShopTime } from './expiry';
import { isFieldName, type FieldName, type LinkFormValues } from './fields';
import type { FieldErrors } from './validate';
import { fieldForParam, initialValues, suggestedOrderId } from './values';

/** Where one attempt to create the link stands. */
export type Submission =
	| { readonly kind: 'none' }
	/** The person pressed the button, but a field was wrong: nothing was sent. */
	| { readonly kind: 'held_back' }
	| { readonly kind: 'sending' }
	| { readonly kind: 'refused'; readonly error: ApiError };

export type LinkFormState = {
	readonly draft: Draft;
	readonly values: LinkFormValues;
	/** Fields that a person has been in; only these show mistakes before the button is pressed. */
	readonly touched: ReadonlySet< FieldName >;
	readonly serverErrors: FieldErrors;
	/** The server asked for a confirmation that this form could not foresee. */
	readonly serverAsksConfirmation: boolean;
	readonly confirmPaid: boolean;
	readonly submission: Submission;
};

export type LinkFormAction =
	| {
			readonly type: 'changed';
			readonly values: Partial< LinkFormValues >;
	  }
	| { readonly type: 'left'; readonly field: FieldName }
	| { readonly type: 'confirmed'; readonly confirmed: boolean }
	| { readonly type: 'held_back' }
	| { readonly type: 'sending' }
	| { readonly type: 'refused'; readonly error: ApiError };

export function initialState( {
	draft,
	time,
	initial = {},
}: {
	draft: Draft;
	time: ShopTime;
	initial?: Partial< LinkFormValues >;
} ): LinkFormState {
	return {
		draft,
		values: { ...initialValues( draft, time ), ...initial },
		touched: new Set(),
		serverErrors: {},
		serverAsksConfirmation: false,
		confirmPaid: false,
		submission: { kind: 'none' },
	};
}

export function linkFormReducer(
	state: LinkFormState,
	action: LinkFormAction
): LinkFormState {
	switch ( action.type ) {
		case 'changed':
			return change( state, action.values );
		case 'left':
			return {
				...state,
				touched: new Set( [ ...state.touched, action.field ] ),
			};
		case 'confirmed':
			return withoutServerError(
				{ ...state, confirmPaid: action.confirmed },
				'amount'
			);
		case 'held_back':
			return { ...state, submission: { kind: 'held_back' } };
		case 'sending':
			return {
				...state,
				serverErrors: {},
				submission: { kind: 'sending' },
			};
		case 'refused':
			return refuse( state, action.error );
	}
}

function change(
	state: LinkFormState,
	changes: Partial< LinkFormValues >
): LinkFormState {
	const changed = fieldsOf( changes );
	const next = changed.reduce( withoutServerError, {
		...state,
		values: { ...state.values, ...changes },
		touched: new Set( [ ...state.touched, ...changed ] ),
	} );
	const isSuggestion =
		state.values.order_id ===
		suggestedOrderId( state.draft, state.values.site );

	// Each site counts its own order IDs: a suggestion moves along, what a person typed stays.
	return changes.site !== undefined && isSuggestion
		? withoutServerError(
				{
					...next,
					values: {
						...next.values,
						order_id: suggestedOrderId( state.draft, changes.site ),
					},
				},
				'order_id'
		  )
		: next;
}

function refuse( state: LinkFormState, error: ApiError ): LinkFormState {
	const serverErrors: FieldErrors = {};
	for ( const [ param, message ] of Object.entries( error.params ) ) {
		const field = fieldForParam( param, state.values.expiry );
		if ( field !== null ) {
			serverErrors[ field ] = message;
		}
	}

	// What is wrong with an amount that passed the form's own checks is that the order owes less by now.
	const asksConfirmation =
		error.code === 'order_already_paid' ||
		( error.code === 'rest_invalid_param' && 'amount' in error.params );

	return {
		...state,
		serverErrors,
		serverAsksConfirmation:
			state.serverAsksConfirmation || asksConfirmation,
		submission: { kind: 'refused', error },
	};
}

function withoutServerError(
	state: LinkFormState,
	field: FieldName
): LinkFormState {
	const { [ field ]: ignored, ...serverErrors } = state.serverErrors;

	return { ...state, serverErrors };
}

function fieldsOf( changes: Partial< LinkFormValues > ): FieldName[] {
	return Object.keys( changes ).filter( isFieldName );
}
