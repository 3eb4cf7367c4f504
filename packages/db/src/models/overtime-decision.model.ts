import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { LOCAL_DATE, stored, VersionedDocument } from './document-options.js';

@stored('overtimeDecisions')
@index({ employeeId: 1, workDate: 1 }, { name: 'overtime_of_employee' }) // listOf
export class OvertimeDecisionDocument extends VersionedDocument {
  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  workDate!: string;

  @prop({ type: () => String, required: true })
  shiftId!: string;

  @prop({ type: () => Number, required: true, min: 0 })
  approvedMinutes!: number;

  @prop({ type: () => String, default: null, maxlength: 1000 })
  note!: string | null;

  @prop({ type: () => ActorRefDocument, required: true })
  decidedBy!: ActorRefDocument;
}
