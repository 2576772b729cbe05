<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

/**
 * Words in addresses that decide what a number next to them means. Regular expressions, for the modifiers `i` and `u`.
 */
final class AddressWords {

	/**
	 * Post boxes and the like have no house number.
	 */
	public const BOX = '(?:(?:g\.?\s?)?p\.?\s?o\.?\s?box|post\s?box|box|locked bag|private bag|freepost|bfpo|postbus'
		. '|antwoordnummer|(?:großkunden)?postfach|packstation|postfiliale|bo[iî]te postale|case postale|postboks'
		. '|(?:b\.?\s?p|c\.?\s?s|t\.?\s?s\.?\s?a|p\.?\s?b|p\.?\s?l|f\.?\s?e)\.?(?=\s*\d)|apartado|apdo|casella postale'
		. '|c\.\s?p\.|cp(?=\s*\d)|skr(?:ytka)?\.? poczt\w*)';

	/**
	 * Words that start the part after the house number.
	 */
	public const UNIT = '(?:bte|bo[iî]te|bus|box|bt|appt?|appartement(?:o)?|apartment|apart|apto?|ap|suite|ste|unit'
		. '|room|rm|floor|fl|flat|bldg|lot|studio|#|m|lok(?:al)?|int|interno|scala|sc|piano|palazzina|pal|edificio|edif'
		. '|lotto|capannone|piso|planta|puerta|pta|pt|esc|escalera|portal|bloque|bajo|local|izq|izda|dcha|drcha'
		. '|[eé]tage|etg|et|stock|stw|og|eg|ug|dg|whg|wohnung|zimmer|zi|hinterhaus|vorderhaus|hh|vh|haus|geb(?:äude)?'
		. '|aufgang|eingang|lgh|hus|uppg|tr|verdieping|verd|kamer|gebouw|boven|beneden|achter|bg|top|t[uü]r|stiege'
		. '|stg|as|asunto|krs|lh|rappu|b[âa]t(?:iment)?|porte|hall|esp|r[ée]s(?:idence)?|bureau|b\.?p|c\.?s|klatka|kl'
		. '|p(?:ok(?:ój)?)?|pi[eę]tro|links|rechts|mitte)';

	/**
	 * A flat or similar before the house number.
	 */
	public const LEADING_UNIT = '(?:flat|apartment|apt\.?|unit|suite|room|studio|shop|appt?\.?|appartement)'
		. '\s+[0-9a-z]{1,4}(?:\/\d{1,2})?';

	/**
	 * A number after these words is no house number, and the words are no street.
	 */
	public const NO_STREET = '(?:km|kilometer|parcela|nave|pol[ií]gono|bloque|blo[ck]k?|kavel|unit|box|bus|bte|bo[iî]te'
		. '|appt?|appartement|apartment|flat|kamer|room|lok|lokal|interno|int|stiege|t[uü]r|wohnung|whg|haus|gebäude'
		. '|gebouw|lgh|postbus|t\.?\/?o|nabij|tegenover|gegenüber|neben|near|opposite|face|[eé]tage|piso|planta|puerta'
		. '|portal|escalera|local|perceel|stand|studio|suite|r[eé]sidence|b[âa]timent|b[âa]t|lotissement|top|hoek'
		. '|urbanizaci[oó]n|is|isola|lotto|m|nr|no|n)';

	public const FRENCH_STREET = '(?:rue|avenue|av\.?|boulevard|bd\.?|bld|chauss[ée]e|place|chemin|ch\.|all[ée]e|quai'
		. '|route|impasse|square|cours|passage|sentier|clos)';

	/**
	 * The abbreviation of "number", as in `Calle Mayor nº 5`.
	 */
	public const NUMBER_SIGN = '(?:n[º°]|n\.º|n\.|nr\.?|no\.|n[uú]m\.?|numero|nummer|№)';

	private const MONTH = '(?:jan\p{L}*|feb\p{L}*|f[ée]vrier|m[äa]rz|maart|mars|marzo|marca|apr\p{L}*|avril|abril'
		. '|kwietnia|mai|mei|mayo|maggio|maja|juni|juin|junio|giugno|czerwca|juli|juillet|julio|luglio|lipca'
		. '|aug\p{L}*|ao[uû]t|agosto|sierpnia|sept\p{L}*|settembre|wrze[śs]nia|o[ck]to?\p{L}*|ottobre|pa[źz]dziernika'
		. '|nov\p{L}*|listopada|d[eé][cz]\p{L}*|dicembre|diciembre|grudnia|enero|gennaio|stycznia|lutego)';

	/**
	 * What a street ends with if it is named after a year.
	 */
	private const BEFORE_YEAR = '(?:' . self::MONTH . '(?:\s+de)?|\p{L}*(?:plein|laan|platz)|place|plac|plaza|piazza'
		. '|square)';

	private const YEAR = '(?:1[5-9]|20)\d\d';

	/**
	 * The two world wars, as in `Plein 40-45`.
	 */
	private const WARS = '(?:19)?(?:40[-\/](?:19)?45|14[-\/](?:19)?18)';

	/**
	 * Numbers that belong to the name of a street: dates, years, wars, and ordinals such as `17.` and `1º`.
	 */
	private const NAME_NUMBERS = '/(?<![\p{L}\d])(?:\d{1,2}\.?\s+(?:de\s+)?' . self::MONTH
		. '(?:\s+(?:de\s+)?' . self::YEAR . ')?(?!\p{L})|' . self::BEFORE_YEAR . '\s+' . self::YEAR . '(?!\d)'
		. '|' . self::WARS . '|\d{1,3}\s?[.º°ª])/iu';

	private function __construct() {}

	/**
	 * Whether the number is the year or the war after which the street is named.
	 */
	public static function is_part_of_name( string $street, string $number ): bool {
		return 1 === preg_match( '/\A(?:' . self::YEAR . '|' . self::WARS . ')\z/', $number )
			&& 1 === preg_match( '/(?<!\p{L})' . self::BEFORE_YEAR . '\z/iu', $street );
	}

	/**
	 * Whether a number stands alone in the text, other than a date, a year or an ordinal.
	 */
	public static function has_number( string $text ): bool {
		$text = (string) preg_replace( self::NAME_NUMBERS, '', $text );

		return 1 === preg_match( '/(?<![\p{L}\d])\d+(?![\p{L}\d])/u', $text );
	}
}
