/** Vietnamese does not inflect: one form each, and a noun may stand for one or many. */
import { Form, type Morphology } from '../lexicon';

export const vietnameseMorphology: Morphology = {
  verbForms: (verb) => [{ text: verb, form: Form.Base }],
  nounForms: (noun) => [{ text: noun, plural: true }],
};
