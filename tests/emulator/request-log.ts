import type { JsonValue } from './json.ts';
import type { SchemaViolation } from './schema.ts';

export interface LoggedRequest {
	readonly id: number;
	readonly method: string;
	readonly path: string;
	/** Query string with the key redacted. */
	readonly query: string;
	readonly site_id: number | null;
	/** Parsed where it is JSON, text otherwise. */
	readonly body: JsonValue;
	/** What the create schema says; null for every other call. */
	readonly schema_violations: readonly SchemaViolation[] | null;
	/** ISO 8601 UTC, emulated. */
	readonly at: string;
	fault: string | null;
	status: number | null;
}

/** Everything the API was asked since the last reset. */
export class RequestLog {
	private entries: LoggedRequest[] = [];

	public add(
		values: Omit< LoggedRequest, 'id' | 'fault' | 'status' >
	): LoggedRequest {
		const entry: LoggedRequest = {
			id: this.entries.length + 1,
			...values,
			fault: null,
			status: null,
		};
		this.entries.push( entry );
		return entry;
	}

	public list( method: string | null, path: string | null ): LoggedRequest[] {
		return this.entries.filter(
			( entry ) =>
				( method === null || entry.method === method.toUpperCase() ) &&
				( path === null || entry.path === path )
		);
	}

	public invalid(): LoggedRequest[] {
		return this.entries.filter(
			( entry ) => ( entry.schema_violations ?? [] ).length > 0
		);
	}

	public clear(): void {
		this.entries = [];
	}
}
