/** Exact decimal numbers for amounts, because binary fractions would cause wrong results. */
export class Decimal {
	private constructor(
		private readonly units: bigint,
		private readonly scale: number
	) {}

	public static zero(): Decimal {
		return new Decimal( 0n, 0 );
	}

	/** Creates a decimal from the shortest notation of a finite number, as in its JSON. */
	public static of( value: number ): Decimal {
		const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
			String( value )
		);
		if ( parts === null ) {
			throw new RangeError( `Not a finite number: ${ value }` );
		}
		const fraction = parts[ 3 ] ?? '';
		const exponent = Number( parts[ 4 ] ?? '0' );
		const digits = BigInt( `${ parts[ 2 ] ?? '0' }${ fraction }` );
		const units = parts[ 1 ] === '-' ? -digits : digits;
		const scale = fraction.length - exponent;
		return scale >= 0
			? new Decimal( units, scale )
			: new Decimal( units * 10n ** BigInt( -scale ), 0 );
	}

	public plus( other: Decimal ): Decimal {
		const scale = Math.max( this.scale, other.scale );
		return new Decimal( this.at( scale ) + other.at( scale ), scale );
	}

	public times( other: Decimal ): Decimal {
		return new Decimal(
			this.units * other.units,
			this.scale + other.scale
		);
	}

	/** Returns the value times 10^decimals as an integer. Halves are rounded away from zero. */
	public rounded( decimals: number ): bigint {
		if ( this.scale <= decimals ) {
			return this.at( decimals );
		}
		const divisor = 10n ** BigInt( this.scale - decimals );
		const half = this.units < 0n ? -divisor / 2n : divisor / 2n;
		return ( this.units + half ) / divisor;
	}

	private at( scale: number ): bigint {
		return this.units * 10n ** BigInt( scale - this.scale );
	}
}
