/** API keys of the emulated account. They are valid only for this emulator. */

export const MAIN_KEY = 'emulator-key-main-0000000000000000000000000001';
export const SECOND_KEY = 'emulator-key-second-000000000000000000000002';
export const BLOCKED_KEY = 'emulator-key-blocked-00000000000000000000003';
