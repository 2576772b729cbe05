import type * as MakingPart from './making-part';

/** Form and notice; in a file of their own, so that the order screen opens fast. */
export type Making = typeof MakingPart;

export function loadMaking(): Promise< Making > {
	return import( './making-part' );
}
