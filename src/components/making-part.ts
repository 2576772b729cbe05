/* What comes after the press of a button: questions, the form, and the link that was made with it. */
export { CreatedNotice } from './CreatedNotice';
export { LinkForm } from './LinkForm';
export { OpenLinksNotice } from './OpenLinksNotice';
export { UnsavedChangesNotice } from './UnsavedChangesNotice';
