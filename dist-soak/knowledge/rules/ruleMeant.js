const ABOUT_ASSIGNED_BENEFITS = /visual ?studio|\bvs\b|user[ -]assign|assigned benefits|subscriptions?|\bsubs?\b|\bseats?\b|サブスク|割り?当て|[のつ]席/iu;
const ABOUT_BENEFITS = /\bbenefits?\b|\bperks?\b|特典/iu;
const ABOUT_MEMBERSHIP = /member|メンバーシップ|会員|\bmpn\b/iu;
const ABOUT_KEYS = /\bkeys?\b|キー|\bcodes?\b|コード/iu;
const ONE_YEAR_ENROLLMENT = /one[- ]year enrol|1年間?の?登録|一年間?の?登録/iu;
const ABOUT_SUBSCRIPTION = /subscription|サブスク/iu;
/** The 90 days hold for Visual Studio subscriptions; of other products the FAQ says nothing. */
const OTHER_PRODUCT = /\boffice\b|microsoft 365|\bm365\b|\bazure\b|\bwindows\b|\bbulk\b|一括クレジット|\bpower (?:bi|apps)\b|\bxbox\b|\bdynamics\b/iu;
const VISUAL_STUDIO = /visual ?studio|\bvs\b|ビジュアル ?スタジオ/iu;
const MAY_REDEEM = /\b(?:can|may|could|ok|okay|possible|allowed)\b.{0,40}\b(?:redeem|claim|cash|enter)|引き?換え(?:られ|でき|可能|ても)/iu;
const REDEEMING_IN_TIME = /\bin time\b|deadline|too late|間に合|締め?切|(?:いつ|何日|何月何日)(?:頃|ごろ)?までに|まだ引き?換え|(?:not|never) (?:yet )?(?:been )?redeemed|unredeemed|redeem(?:ed)? by/iu;
/**
 * @param cues - of the message
 * @param parts - the parts that its dates play
 * @param asks - the cues of the sentence that asks
 */
export function ruleMeant(text, cues, parts, asks) {
    const has = (part) => cues.some((cue) => cue.part === part);
    const isDated = (part) => parts.includes(part);
    const aboutAssigned = ABOUT_ASSIGNED_BENEFITS.test(text);
    const redeems = has('redemption') || (has('activating') && ABOUT_KEYS.test(text));
    const isOtherProduct = OTHER_PRODUCT.test(text) && !VISUAL_STUDIO.test(text);
    if (isOtherProduct && (has('reassigning') || isDated('assignment')))
        return undefined;
    if (asks.some(({ part }) => part === 'reassigning') && aboutAssigned)
        return 'reassign-from';
    if (has('renewal-start'))
        return 'renew-from';
    if (has('renewal')) {
        if (aboutAssigned)
            return 'user-assigned-until';
        if (has('using') || has('redemption') || has('activating') || ABOUT_BENEFITS.test(text))
            return 'benefits-until';
        return 'renew-from';
    }
    if (has('reassigning') && (isDated('assignment') || isDated('reassigning') || aboutAssigned))
        return 'reassign-from';
    if (isDated('assignment') && !has('redemption'))
        return 'reassign-from';
    if (ONE_YEAR_ENROLLMENT.test(text) && ABOUT_BENEFITS.test(text))
        return 'benefits-until';
    if (has('renewing'))
        return ABOUT_MEMBERSHIP.test(text) ? 'renew-from' : undefined;
    if (redeems) {
        if (REDEEMING_IN_TIME.test(text))
            return 'key-redeem-by';
        if (has('using'))
            return 'key-usable-until';
        if (MAY_REDEEM.test(text))
            return 'key-redeem-by';
        return (isDated('redemption') || isDated('activating')) && !has('expiry')
            ? 'key-usable-until'
            : 'key-redeem-by';
    }
    const isSubscriptions = ABOUT_SUBSCRIPTION.test(text) && !ABOUT_KEYS.test(text) && !ABOUT_BENEFITS.test(text);
    if (isSubscriptions)
        return undefined;
    if (has('expiry') && (isDated('expiry') || ABOUT_KEYS.test(text))) {
        return has('using') && !has('activating') ? 'key-usable-until' : 'key-redeem-by';
    }
    return has('using') && ABOUT_KEYS.test(text) ? 'key-usable-until' : undefined;
}
//# sourceMappingURL=ruleMeant.js.map