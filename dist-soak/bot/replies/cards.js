// Adaptive Cards: what text cannot give.
import { CardFactory } from 'botbuilder';
export function adaptiveCard(body, actions) {
    return CardFactory.adaptiveCard({
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.3',
        body,
        actions,
    });
}
/**
 * A button that sends its title.
 * @param at - the place that it belongs to; pressed when the conversation is elsewhere, it is out of date
 */
export function sayButton(title, at) {
    return { type: 'Action.Submit', title, data: { say: title, ...(at !== undefined && { at }) } };
}
/** Buttons in rows: clients hide what is too much for one. */
export function buttonRows(buttons) {
    const rows = [];
    for (let start = 0; start < buttons.length; start += BUTTONS_IN_ROW)
        rows.push({ type: 'ActionSet', actions: buttons.slice(start, start + BUTTONS_IN_ROW) });
    return rows;
}
const BUTTONS_IN_ROW = 4;
/** How far a procedure is, as dots. */
export function progress(step, count) {
    const text = `${'●'.repeat(step)}${'○'.repeat(count - step)}  ${step} / ${count}`;
    return [{ type: 'TextBlock', text, color: 'Accent', wrap: true }];
}
export function linkButton(title, url) {
    return { type: 'Action.OpenUrl', title, url };
}
/** Days below each other, in the order given. */
export function timeline(days) {
    return days.map(({ date, label, isResult = false }) => ({
        type: 'ColumnSet',
        spacing: 'Small',
        columns: [
            column('auto', { text: isResult ? '●' : '○', color: isResult ? 'Accent' : 'Default' }),
            column('stretch', { text: label, weight: isResult ? 'Bolder' : 'Default' }),
            column('auto', { text: date, weight: isResult ? 'Bolder' : 'Default' }),
        ],
    }));
}
function column(width, text) {
    return { type: 'Column', width, items: [{ type: 'TextBlock', wrap: true, ...text }] };
}
//# sourceMappingURL=cards.js.map