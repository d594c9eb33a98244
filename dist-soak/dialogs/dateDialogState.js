import { dateRules } from '../knowledge/rules/dateRules.js';
/** Where a day of a rule lies whose year was not named: what has happened, in the past. */
export function liesIn(rule) {
    const { needs } = dateRules[rule];
    return needs === 'redemption' || needs === 'assignment' ? 'past' : 'near';
}
/** The state to begin the dialog with, for a question. */
export function stateOf(question) {
    const { rule, asked, given, others, impossible, ambiguous, unclear } = question;
    const problem = impossible !== undefined
        ? { kind: 'impossible', text: impossible }
        : ambiguous && given.length === 0
            ? { kind: 'choose', dates: ambiguous.readings }
            : unclear && { kind: 'choose', dates: unclear };
    return { rule: rule.id, asked, given, others, ...(problem && { problem }) };
}
/**
 * A key that is redeemed after the benefit expiry date is too late, whatever was asked; one that is redeemed before
 * it is in time.
 */
export function reconciled(state) {
    const other = (role) => state.others.find((each) => each.role === role)?.date;
    const [given] = state.given;
    const expiry = other('expiry');
    if (state.rule === 'key-usable-until' && given && expiry && given > expiry) {
        const others = [{ role: 'redemption', date: given }];
        return { rule: 'key-redeem-by', asked: { kind: 'verdict', day: given }, given: [expiry], others };
    }
    const redemption = other('redemption');
    if (state.rule === 'key-redeem-by' && redemption && state.asked.kind === 'date') {
        return { ...state, asked: { kind: 'verdict', day: redemption } };
    }
    return state;
}
//# sourceMappingURL=dateDialogState.js.map