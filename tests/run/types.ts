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
}

export interface Suite {
	readonly name: string;
	readonly description: string;
	/** Throws when the suite could not run at all. */
	readonly run: ( context: SuiteContext ) => Promise< SuiteResult >;
}
