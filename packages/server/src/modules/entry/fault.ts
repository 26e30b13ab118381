import type { SheetFault } from '../../platform/sheet/fault.ts';

export type FaultCode =
  | 'name.tooLong'
  | 'name.control'
  | 'seat.invalid'
  | 'seat.duplicate'
  | 'memberNo.invalid'
  | 'memberNo.duplicate'
  | 'unit.unknown'
  | 'unit.ambiguous'
  | 'team.sizeWrong'
  | 'team.exists'
  | 'person.duplicate';

export type Fault = SheetFault<FaultCode>;
