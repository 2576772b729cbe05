import type { Balance, Draft, LinkKind } from '../../shared/api/schemas';
import {
	parseAmount,
	type ParsedAmount,
} from '../../shared/utils/amount-input';
import type { LinkFormValues } from './fields';

/**
 * Returns the balance if staff choose between the full amount due and a part of it. Null if they enter any amount: for
 * phone orders, and if nothing is due.
 */
export function balanceToPay( { balance, values }: Draft ): Balance | null {
	return balance !== null &&
		! balance.paid &&
		balance.due > 0 &&
		balance.currency === values.currency
		? balance
		: null;
}

/** Returns the amount that the link will ask for. */
export function amountOf( values: LinkFormValues, draft: Draft ): ParsedAmount {
	const balance = balanceToPay( draft );

	return balance !== null && values.kind === 'full'
		? { ok: true, amount: balance.due }
		: parseAmount( values.amount, draft.values.currency );
}

/** Returns the kind of a link for the amount, or null if the server derives it. */
export function kindOf( amount: number, draft: Draft ): LinkKind | null {
	const balance = balanceToPay( draft );
	if ( balance === null ) {
		return null;
	}

	return amount === balance.due ? 'full' : 'partial';
}

/** Returns what remains due after the link is paid; null if that is unknown or the amount is higher than the due one. */
export function remainderOf(
	values: LinkFormValues,
	draft: Draft
): number | null {
	const balance = balanceToPay( draft );
	const amount = amountOf( values, draft );

	return balance !== null &&
		amount.ok &&
		amount.amount > 0 &&
		amount.amount <= balance.due
		? balance.due - amount.amount
		: null;
}

/** Whether the amount is higher than the amount due. False if only the server knows the amount due. */
export function isAboveDue( values: LinkFormValues, draft: Draft ): boolean {
	const { balance } = draft;
	const amount = amountOf( values, draft );

	return (
		balance !== null &&
		balance.currency === draft.values.currency &&
		amount.ok &&
		amount.amount > balance.due
	);
}
