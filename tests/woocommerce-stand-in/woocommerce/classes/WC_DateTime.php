<?php

declare( strict_types = 1 );

class WC_DateTime extends DateTime {

	/**
	 * @var int
	 */
	protected $utc_offset = 0;

	public function __toString() {
		return $this->format( DATE_ATOM );
	}

	public function set_utc_offset( $offset ) {
		$this->utc_offset = (int) $offset;
	}

	#[\ReturnTypeWillChange]
	public function getOffset() {
		return $this->utc_offset !== 0 ? $this->utc_offset : parent::getOffset();
	}

	#[\ReturnTypeWillChange]
	public function setTimezone( $timezone ) {
		$this->utc_offset = 0;
		return parent::setTimezone( $timezone );
	}

	#[\ReturnTypeWillChange]
	public function getTimestamp() {
		return parent::getTimestamp();
	}

	public function getOffsetTimestamp() {
		return $this->getTimestamp() + $this->getOffset();
	}

	public function date( $format ) {
		return gmdate( $format, $this->getOffsetTimestamp() );
	}

	public function date_i18n( $format = 'Y-m-d' ) {
		return date_i18n( $format, $this->getOffsetTimestamp() );
	}
}
