import type { Audience } from '@leitai/rules/show';

/** Who a socket may be: an audience, or a box with buttons, which sees nothing. */
export type Visitor = Audience | { readonly kind: 'input' };
