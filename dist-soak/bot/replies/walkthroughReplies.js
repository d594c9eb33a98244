import { walkthroughTextsIn } from '../texts/textsIn.js';
import { progress } from './cards.js';
import { codeBlock, numbered, paragraphs, withoutMarkup } from './markdown.js';
import { ticketPath, ticketText } from './ticketText.js';
export function walkthroughWording(reply, language, { links, link, support, publicUrl }) {
    const texts = walkthroughTextsIn(language);
    const { buttons } = texts;
    const title = guideTitle(reply.entry, language);
    if (reply.kind === 'walkthroughDone') {
        return { text: paragraphs(texts.done(title), reply.entry.closing?.[language] ?? ''), buttons: [] };
    }
    const { entry, step, at } = reply;
    const count = entry.steps.length;
    const { text, needs, trouble, links: names } = entry.steps[step - 1];
    const heading = texts.heading(step, count, title);
    const navigation = [
        step === count ? buttons.finish : buttons.next,
        buttons.back,
        buttons.stuck,
        buttons.stop,
    ];
    switch (reply.kind) {
        case 'step': {
            const { summary, isBrief = false } = reply;
            const shownSummary = isBrief ? undefined : summary;
            return {
                text: paragraphs(leadText(reply.lead, texts, count), heading, text[language], needs ? texts.needs(needs[language]) : '', links(names), ...(shownSummary
                    ? [
                        texts.summaryIntro(shownSummary.form.title[language]),
                        codeBlock(ticketText(shownSummary.form, shownSummary.values, shownSummary.language, {
                            forChat: true,
                        })),
                        link(texts.download, publicUrl + ticketPath(shownSummary)),
                        texts.summaryHint,
                    ]
                    : isBrief
                        ? []
                        : [texts.hint])),
                buttons: summary
                    ? [
                        buttons.finish,
                        buttons.summaryIn[summary.language === 'en' ? 'ja' : 'en'],
                        buttons.back,
                        buttons.stop,
                    ]
                    : navigation,
                at,
                card: progress(step, count),
            };
        }
        case 'askField': {
            const { form, field, isBrief = false } = reply;
            const titles = field.choices.map((choice) => choice[language]);
            const number = form.fields.indexOf(field) + 1;
            return {
                text: paragraphs(leadText(reply.lead, texts, count), ...(reply.isFirst && !isBrief ? [heading, texts.formIntro(form.title[language])] : []), texts.fieldHeading(number, form.fields.length, form.title[language]), field.ask[language], titles.length > 0 ? texts.choices(titles) : '', isBrief ? '' : texts.fieldHint),
                choices: titles,
                buttons: [buttons.skip, buttons.back, buttons.stop],
                at,
                card: progress(step, count),
            };
        }
        case 'stuck':
            return {
                text: paragraphs(texts.stuck(step), heading, text[language], needs ? texts.needs(needs[language]) : '', trouble?.[language] ?? texts.noMoreKnown(support), links(names), texts.stuckHint),
                buttons: [step === count ? buttons.finish : buttons.next, buttons.back, buttons.skip, buttons.stop],
                at,
            };
        case 'offerToContinue':
            return {
                text: texts.offer(step, count, title),
                buttons: [buttons.continue, buttons.startOver, buttons.stop],
                at,
            };
        case 'walkthroughPaused':
            // No place: it can be gone on with from anywhere.
            return { text: texts.paused(step, count, title), buttons: [buttons.continue] };
    }
}
export function diagnosisWording(reply, language, { links }) {
    if (reply.kind === 'diagnosisConclusion') {
        const { answer, links: names } = reply.conclusion;
        return { text: paragraphs(answer[language], links(names)), buttons: [] };
    }
    const { question, at } = reply;
    const titles = question.choices.map(({ title }) => title[language]);
    return {
        text: paragraphs(question.ask[language], numbered(titles), walkthroughTextsIn(language).diagnosisHint),
        choices: titles,
        buttons: [],
        at,
    };
}
/** The name of the guide through the steps of an entry. */
function guideTitle({ title, facts }, language) {
    return (facts.find(({ starts }) => starts === 'walkthrough')?.title ?? title)[language];
}
function leadText(lead, texts, count) {
    if (lead === undefined)
        return '';
    if (typeof lead === 'string')
        return texts.lead(lead, count);
    return texts.fieldLead(lead.kind === 'impossible' ? { ...lead, text: withoutMarkup(lead.text) } : lead);
}
//# sourceMappingURL=walkthroughReplies.js.map