/** @returns the form that is filled in before a step, if it names one */
export function formOf(faq, procedure, step) {
    const name = procedure.steps[step - 1]?.form;
    return name === undefined ? undefined : faq.forms[name];
}
/** @returns the field at a place; undefined where the place is a step, or the field is no more */
export function fieldAt(faq, procedure, { step, field }) {
    return formOf(faq, procedure, step)?.fields.find(({ id }) => id === field);
}
/**
 * @returns every place of a procedure in its order
 * @example
 * // Two steps, of which the second needs a form with the field `product`:
 * placesOf(faq, procedure); // => [{ step: 1 }, { step: 2, field: 'product' }, { step: 2 }]
 */
export function placesOf(faq, procedure) {
    return procedure.steps.flatMap((_, index) => {
        const step = index + 1;
        const fields = formOf(faq, procedure, step)?.fields ?? [];
        return [...fields.map(({ id }) => ({ step, field: id })), { step }];
    });
}
/** @returns the place after the given one; undefined after the last */
export function placeAfter(faq, procedure, place) {
    return neighbour(faq, procedure, place, 1);
}
/** @returns the place before the given one; undefined before the first */
export function placeBefore(faq, procedure, place) {
    return neighbour(faq, procedure, place, -1);
}
/** A field that the FAQ no longer has counts as its step. */
function neighbour(faq, procedure, place, by) {
    const places = placesOf(faq, procedure);
    const exact = places.findIndex(({ step, field }) => step === place.step && field === place.field);
    const index = exact >= 0 ? exact : places.findIndex(({ step }) => step === place.step);
    return places[index + by];
}
//# sourceMappingURL=procedure.js.map