/* Components that are needed after a click on “Generate payment link”. They are one chunk. */
export { CreatedNotice } from '../../link-actions/components/CreatedNotice';
export { LinkForm } from '../../link-form/components/LinkForm';
export { OpenLinksNotice } from './OpenLinksNotice';
export { UnsavedChangesNotice } from './UnsavedChangesNotice';
