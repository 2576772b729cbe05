import type * as CreateFlowComponents from './create-flow-components';

/** The components of the create flow. They are loaded on demand, so that the order screen loads faster. */
export type CreateFlow = typeof CreateFlowComponents;

export function loadCreateFlow(): Promise< CreateFlow > {
	return import(
		/* webpackChunkName: "create-link" */ './create-flow-components'
	);
}
