/** What a suite came to. */
export interface SuiteResult {
	readonly passed: number;
	readonly failed: number;
	/** Names of the tests that failed, said again at the very end of a run. */
	readonly failures: readonly string[];
	/** Names of tests that the stand-in cannot run. */
	readonly notRun: readonly string[];
	/** Said about it, where there is something to say. */
	readonly notes: readonly string[];
}

export interface SuiteContext {
	/** Arguments after `--`, handed to the tool. */
	readonly extra: readonly string[];
	/** Folder for reports and logs of this run. */
	readonly artifacts: string;
}

export interface Suite {
	readonly name: string;
	readonly does: string;
	/** Throws when the suite could not run at all. */
	readonly run: ( context: SuiteContext ) => Promise< SuiteResult >;
}
