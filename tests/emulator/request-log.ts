import type { JsonValue } from './json.ts';
import type { SchemaViolation } from './schema.ts';

export interface LoggedRequest {
	readonly id: number;
	readonly method: string;
	readonly path: string;
	/** Query string with the key redacted. */
	readonly query: string;
	readonly site_id: number | null;
	/** Parsed JSON, or text when the body is not JSON. */
	readonly body: JsonValue;
	/** Violations of the schema for new orders; null for all other requests. */
	readonly schema_violations: readonly SchemaViolation[] | null;
	/** Emulated time, ISO 8601 in UTC. */
	readonly at: string;
	fault: string | null;
	status: number | null;
}

/** All API requests since the last reset. */
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
