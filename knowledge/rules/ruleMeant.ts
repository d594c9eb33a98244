// Which date rule a message is about.
import type { Cue, Part } from './dateCues.js';
import type { DateRuleId } from './dateRules.js';

const ABOUT_ASSIGNED_BENEFITS =
  /visual ?studio|\bvs\b|user[ -]assign|assigned benefits|subscriptions?|\bsubs?\b|\bseats?\b|サブスク|割り?当て|[のつ]席/iu;
const GRACE = /猶予|\bgrace\b/iu;
const ABOUT_BENEFITS = /\bbenefits?\b|\bperks?\b|特典|ベネフィット/iu;
const ABOUT_MEMBERSHIP = /member|メンバーシップ|会員|\bmpn\b/iu;
/** The FAQ names no day after which a membership can't be renewed any more. */
const HAS_LAPSED =
  /\b(?:lapsed|expired|(?:has|have|had|already) ended|ran out|run out)\b|失効|切れ(?:て|た|まし)/iu;
const ABOUT_KEYS = /\bkeys?\b|キー|\bcodes?\b|コード/iu;
const ONE_YEAR_ENROLLMENT = /one[- ]year enrol|1年間?の?登録|一年間?の?登録/iu;
const ABOUT_SUBSCRIPTION = /subscription|サブスク/iu;
/** The 90 days hold for Visual Studio subscriptions; of other products the FAQ says nothing. */
const OTHER_PRODUCT =
  /\boffice\b|microsoft 365|\bm365\b|\bazure\b|\bwindows\b|\bbulk\b|一括クレジット|\bpower (?:bi|apps)\b|\bxbox\b|\bdynamics\b/iu;
const VISUAL_STUDIO = /visual ?studio|\bvs\b|ビジュアル ?スタジオ/iu;
const MAY_REDEEM =
  /\b(?:can|may|could|ok(?:ay)? (?:to|if|when)|possible|allowed)\b.{0,40}\b(?:redeem|claim|cash|enter)|引き?換え(?:られ|でき|可能|ても)/iu;
/** The term of what has been redeemed, not the expiry date of the benefits. */
const ASKS_OF_TERM = /(?<!特典の?(?:有効)?|有効)期限(?:は|って)?(?:いつ|何日|[？?。]|$)/iu;
const COUNTS_DOWN = /(?:あと|残り)何日|\bhow many (?:more )?days\b.{0,20}\b(?:left|until|till|before|to)\b/iu;
/** Benefits may be assigned until 30 days after the renewal date. */
const ASSIGNING_IN_TIME =
  /\b(?:in time|too late)\b|間に合|割り?当てる(?:の|こと)(?:は|が)?(?:もう)?(?:遅|可能|大丈夫)/iu;
const REDEEMING_IN_TIME =
  /\bin time\b|deadline|too late|間に合|締め?切|(?:いつ|何日|何月何日)(?:頃|ごろ)?までに|まだ引き?換え|引き?換え(?:れば|たら|て).?(?:大丈夫|いい|よい|OK|間に合|問題な)|(?:not|never) (?:yet )?(?:been )?redeemed|unredeemed|redeem(?:ed)? by\b(?! \p{L}+ on\b)/iu;

/** What has been redeemed ends: "does the key die then?" Benefits have an expiry date. */
const KEY_DIES = /\bkeys?\b.{0,20}\b(?:dies?|dead|stops? working)\b|キー.{0,10}使えなくな/iu;
const HAS_REDEEMED =
  /\b(?:i|we|he|she|they)(?: have| has|['’]ve)? redeemed (?:it|the|my|our|a|one)\b|引き?換え(?:ました|た。|済み)/iu;
const KEYS_TERM = /(?:キー|コード)の期限/u;
const ASKS = /[?？]|か[。\s]*$|\b(?:when|what|how|can|must|should|deadline)\b|いつ|何日/iu;

/**
 * @param cues - of the message
 * @param parts - the parts that its dates play
 * @param asksToReassign - whether the sentence that asks has a cue of reassigning; asked where it matters only
 */
export function ruleMeant(
  text: string,
  cues: readonly Cue[],
  parts: readonly (Part | undefined)[],
  asksToReassign: () => boolean,
): DateRuleId | undefined {
  const has = (part: Part) => cues.some((cue) => cue.part === part);
  const isDated = (part: Part) => parts.includes(part);
  const isAboutAssigned = () => ABOUT_ASSIGNED_BENEFITS.test(text);
  const redeems = has('redemption') || (has('activating') && ABOUT_KEYS.test(text));
  const isOtherProduct = () => OTHER_PRODUCT.test(text) && !VISUAL_STUDIO.test(text);

  if ((has('reassigning') || isDated('assignment')) && isOtherProduct()) return undefined;
  if (asksToReassign() && isAboutAssigned()) return 'reassign-from';
  if (has('renewal-start')) return 'renew-from';
  if (has('renewal')) {
    if (isAboutAssigned() || GRACE.test(text)) return 'user-assigned-until';
    if (has('using') || has('redemption') || has('activating') || ABOUT_BENEFITS.test(text))
      return 'benefits-until';
    // "We renewed on the 3rd" asks nothing.
    return cues.some(({ part, kind }) => part === 'renewal' && kind === 'label') ? 'renew-from' : undefined;
  }
  if (isDated('assignment') && !has('reassigning') && ASSIGNING_IN_TIME.test(text))
    return 'user-assigned-until';
  if (has('reassigning') && (isDated('assignment') || isDated('reassigning') || isAboutAssigned()))
    return 'reassign-from';
  if (isDated('assignment') && !has('redemption')) return 'reassign-from';
  if (ONE_YEAR_ENROLLMENT.test(text) && ABOUT_BENEFITS.test(text)) return 'benefits-until';
  if (has('renewing'))
    return ABOUT_MEMBERSHIP.test(text) && !HAS_LAPSED.test(text) ? 'renew-from' : undefined;
  if (redeems) {
    if (REDEEMING_IN_TIME.test(text)) return 'key-redeem-by';
    if (has('using')) return 'key-usable-until';
    if (MAY_REDEEM.test(text)) return 'key-redeem-by';
    const isDone = isDated('redemption') || isDated('activating') || HAS_REDEEMED.test(text);
    return isDone && !(has('expiry') && ASKS.test(text) && !ASKS_OF_TERM.test(text))
      ? 'key-usable-until'
      : 'key-redeem-by';
  }
  if (has('expiry') && COUNTS_DOWN.test(text) && !ABOUT_KEYS.test(text)) return 'key-redeem-by';
  if (!has('expiry') && !has('using')) return undefined;
  const isSubscriptions =
    ABOUT_SUBSCRIPTION.test(text) && !ABOUT_KEYS.test(text) && !ABOUT_BENEFITS.test(text);
  if (isSubscriptions) return undefined;
  if (has('expiry') && (isDated('expiry') || ABOUT_KEYS.test(text))) {
    const isOfKey =
      (has('using') && !has('activating')) ||
      KEY_DIES.test(text) ||
      (!isDated('expiry') && KEYS_TERM.test(text));
    return isOfKey ? 'key-usable-until' : 'key-redeem-by';
  }
  return has('using') && ABOUT_KEYS.test(text) ? 'key-usable-until' : undefined;
}
