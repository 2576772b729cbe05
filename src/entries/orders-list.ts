import { listenForCopyClicks } from '../orders-list/copy-buttons';
import '../orders-list/orders-list.scss';

listenForCopyClicks( document );
