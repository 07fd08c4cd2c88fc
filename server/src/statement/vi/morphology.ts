/** Vietnamese does not inflect: one form each, and a noun may stand for one or many. */
import type { Morphology } from '../build';
import { Form } from '../entry';

export const vietnameseMorphology: Morphology = {
  verbForms: (verb) => [{ text: verb, form: Form.Base }],
  nounForms: (noun) => [{ text: noun, derived: undefined, plural: true }],
};
