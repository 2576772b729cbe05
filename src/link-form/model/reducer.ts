import type { ApiError } from '../../shared/api/errors';
import type { Draft } from '../../shared/api/schemas';
import type { ShopTime } from './expiry';
import { isFieldName, type FieldName, type LinkFormValues } from './fields';
import type { FieldErrors } from './validate';
import { fieldForParam, initialValues, suggestedOrderId } from './values';

/** State of the last submission. */
export type Submission =
	| { readonly kind: 'idle' }
	/** A field has an error, so no request was sent. */
	| { readonly kind: 'invalid' }
	| { readonly kind: 'submitting' }
	| { readonly kind: 'failed'; readonly error: ApiError };

export type LinkFormState = {
	readonly draft: Draft;
	readonly values: LinkFormValues;
	/** Fields that were edited. Only these show errors before the first submission. */
	readonly touched: ReadonlySet< FieldName >;
	readonly serverErrors: FieldErrors;
	/** The server asked for a confirmation that the form did not expect. */
	readonly serverNeedsConfirmation: boolean;
	readonly isAmountConfirmed: boolean;
	readonly submission: Submission;
};

export type LinkFormAction =
	| {
			readonly type: 'changed';
			readonly values: Partial< LinkFormValues >;
	  }
	| { readonly type: 'blurred'; readonly field: FieldName }
	| { readonly type: 'confirmed'; readonly confirmed: boolean }
	| { readonly type: 'invalid' }
	| { readonly type: 'submitting' }
	| { readonly type: 'failed'; readonly error: ApiError };

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
		serverNeedsConfirmation: false,
		isAmountConfirmed: false,
		submission: { kind: 'idle' },
	};
}

export function linkFormReducer(
	state: LinkFormState,
	action: LinkFormAction
): LinkFormState {
	switch ( action.type ) {
		case 'changed':
			return change( state, action.values );
		case 'blurred':
			return {
				...state,
				touched: new Set( [ ...state.touched, action.field ] ),
			};
		case 'confirmed':
			return withoutServerError(
				{ ...state, isAmountConfirmed: action.confirmed },
				'amount'
			);
		case 'invalid':
			return { ...state, submission: { kind: 'invalid' } };
		case 'submitting':
			return {
				...state,
				serverErrors: {},
				submission: { kind: 'submitting' },
			};
		case 'failed':
			return fail( state, action.error );
	}
}

function change(
	state: LinkFormState,
	changes: Partial< LinkFormValues >
): LinkFormState {
	const changed = fieldsOf( changes );
	const next = changed.reduce( withoutServerError, {
		...state,
		values: {
			...state.values,
			...emptiedAmount( state, changes ),
			...changes,
		},
		touched: new Set( [ ...state.touched, ...changed ] ),
		serverNeedsConfirmation:
			state.serverNeedsConfirmation && changes.kind === undefined,
	} );
	const isSuggestion =
		state.values.order_id ===
		suggestedOrderId( state.draft, state.values.site );

	// Order IDs are numbered per site. A suggested order ID follows the site; one that was entered stays.
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

/** Until an amount was entered, the field has the amount due, which is no part of it. */
function emptiedAmount(
	{ values, touched }: LinkFormState,
	{ kind }: Partial< LinkFormValues >
): Partial< LinkFormValues > {
	return kind === 'partial' &&
		values.kind === 'full' &&
		! touched.has( 'amount' )
		? { amount: '' }
		: {};
}

function fail( state: LinkFormState, error: ApiError ): LinkFormState {
	const serverErrors: FieldErrors = {};
	for ( const [ param, message ] of Object.entries( error.params ) ) {
		const field = fieldForParam( param, state.values.expiry );
		if ( field !== null ) {
			serverErrors[ field ] = message;
		}
	}

	// An entered amount that passed the validation of the form is only rejected if less is due by now.
	const needsConfirmation =
		error.code === 'order_already_paid' ||
		( error.code === 'rest_invalid_param' &&
			'amount' in error.params &&
			state.values.kind === 'partial' );

	return {
		...state,
		serverErrors,
		serverNeedsConfirmation:
			state.serverNeedsConfirmation || needsConfirmation,
		submission: { kind: 'failed', error },
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
