/**
 * Processes the items in their order in several lanes: a lane that is free takes the next item. Returns the results in
 * the order of the items.
 */
export async function runInLanes< Item, Result >(
	items: readonly Item[],
	lanes: number,
	work: ( item: Item ) => Promise< Result >
): Promise< Result[] > {
	const results: Result[] = [];
	const queue = [ ...items.entries() ];
	const lane = async (): Promise< void > => {
		for ( let next = queue.shift(); next; next = queue.shift() ) {
			const [ index, item ] = next;
			results[ index ] = await work( item );
		}
	};
	await Promise.all( Array.from( { length: lanes }, lane ) );
	return results;
}
