import type { WooCommerceChoice } from '../shop/sources/recipe.ts';

export interface SuiteResult {
	readonly passed: number;
	readonly failed: number;
	/** Names of the failed tests; they are listed again at the end of a run. */
	readonly failures: readonly string[];
	/** Names of tests that the stand-in cannot run. */
	readonly notRun: readonly string[];
	readonly notes: readonly string[];
}

export interface SuiteContext {
	/** Arguments after `--`, passed to the tool. */
	readonly extra: readonly string[];
	/** Folder for reports and logs of this run. */
	readonly artifacts: string;
	readonly woocommerce: WooCommerceChoice;
	/** Number of suites that run at the same time. */
	readonly lanes: number;
	/** Number of histories of the simulation. */
	readonly orders?: number;
	/** Seed of the tests with random input. */
	readonly seed?: number;
}

export interface Suite {
	readonly name: string;
	readonly description: string;
	/**
	 * Installs and builds what the suite needs. Runs before all suites: an installation would disturb running tests.
	 */
	readonly prepare: () => Promise< void >;
	/** Throws when the suite could not run at all. */
	readonly run: ( context: SuiteContext ) => Promise< SuiteResult >;
}

/** The result of one suite in a run. */
export interface SuiteReport {
	readonly name: string;
	readonly seconds: number;
	readonly result: SuiteResult;
}
