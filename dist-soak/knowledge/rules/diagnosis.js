// Questions about the user's own case, and what follows from the replies.
import { LANGUAGES } from '../faq/language.js';
import { normalise } from '../search/normalise.js';
/** Longer replies say more than a choice. */
const LONGEST_CHOICE = 80;
const SEPARATOR = /\s*(?:,|、|・|\/|&|\+|\band\b|\bor\b|と|や|および|または)\s*/u;
const FRAME = /^(?:it(?:'s| is)|that(?:'s| is)|they|we|he|she|i|the user)?\s*(?:have|has|use|uses|am|are|is|want|need|'ve|got)?\s*(?:an?|the|on|to)?\s+/u;
const ENDING = /(?:(?:を?(?:使って|契約して|利用して)い(?:ます|る)|です|だ|があります|がある|になります|だと思います|かな|かも|ね|よ)|\s+(?:please|i think|i guess))+$/u;
/** @returns the question with an id; undefined where the FAQ has it no more */
export function questionOf(diagnosis, id) {
    return diagnosis.questions.find((question) => question.id === id);
}
/**
 * The choice that a reply names, by its title or another name, with or without a sentence around it. Several that
 * lead to the same are as good as one.
 * @returns undefined where the reply names none, or some that lead apart
 */
export function choiceIn(question, reply) {
    if (reply.length > LONGEST_CHOICE)
        return undefined;
    const said = bare(reply);
    const single = named(question, said);
    if (single)
        return single;
    const parts = said.split(SEPARATOR).filter((part) => part !== '');
    const choices = parts.map((part) => named(question, part));
    const [first] = choices;
    return parts.length > 1 && first && choices.every((choice) => choice?.leads === first.leads)
        ? first
        : undefined;
}
/** @returns what follows from a choice of a checked diagnosis */
export function findingOf(diagnosis, { leads }) {
    const question = questionOf(diagnosis, leads);
    if (question)
        return { kind: 'question', question };
    return { kind: 'conclusion', conclusion: diagnosis.conclusions.find(({ id }) => id === leads) };
}
function named({ choices }, said) {
    const forms = [
        said,
        said.replace(ENDING, ''),
        said.replace(FRAME, ''),
        said.replace(FRAME, '').replace(ENDING, ''),
    ];
    return choices.find(({ title, alternates }) => {
        const names = LANGUAGES.flatMap((language) => [title[language], ...alternates[language]]).map(bare);
        return forms.some((form) => names.includes(form.trim()));
    });
}
function bare(text) {
    return normalise(text)
        .replace(/[\p{P}\p{S}]+$/u, '')
        .replace(/[’']/gu, "'")
        .trim();
}
//# sourceMappingURL=diagnosis.js.map