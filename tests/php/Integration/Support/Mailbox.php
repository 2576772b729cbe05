<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

/**
 * Reads the emails that the local SMTP server has received since the test started.
 */
final class Mailbox {

	private readonly string $file;

	private readonly int $start;

	public function __construct() {
		$this->file  = Env::get( 'SMTP_MAILS' );
		$this->start = strlen( (string) file_get_contents( $this->file ) );
	}

	/**
	 * Returns the emails, oldest first.
	 *
	 * @return list<array{to: list<string>, head: string, body: string, subject: string}>
	 */
	public function mails(): array {
		$mails = [];
		foreach ( array_filter(
			explode( "\n", substr( (string) file_get_contents( $this->file ), $this->start ) ),
			static fn ( string $line ): bool => $line !== ''
		) as $line ) {
			/** @var array{to: list<string>, source: string} $mail */
			$mail             = json_decode( $line, true, 16, JSON_THROW_ON_ERROR );
			[ $head, $body ]  = [ ...explode( "\r\n\r\n", $mail['source'], 2 ), '' ];
			$head             = (string) preg_replace( '/\r\n[ \t]+/', ' ', $head );
			$mails[]          = [
				'to'      => $mail['to'],
				'head'    => $head,
				'body'    => $this->decode( $head, $body ),
				'subject' => (string) iconv_mime_decode( $this->header( $head, 'Subject' ), 0, 'UTF-8' ),
			];
		}

		return $mails;
	}

	/**
	 * Returns the value of a header or an empty string.
	 */
	public function header( string $head, string $name ): string {
		return preg_match( '/^' . preg_quote( $name, '/' ) . ': (.*)$/mi', $head, $match ) === 1
			? trim( $match[1] )
			: '';
	}

	private function decode( string $head, string $body ): string {
		return match ( strtolower( $this->header( $head, 'Content-Transfer-Encoding' ) ) ) {
			'base64'           => (string) base64_decode( $body, true ),
			'quoted-printable' => quoted_printable_decode( $body ),
			default            => $body,
		};
	}
}
