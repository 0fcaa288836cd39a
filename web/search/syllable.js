// @ts-check
// Whether folded letters are a syllable of Vietnamese: then what was typed is a word, though no page may have it, and no
// slip of a finger. Pure.

const ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
const RHYMES = "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu"
  + " o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong ooc oong op ot"
  + " u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uyn uynh uyt uyu"
  + " y yem yen yeng yet yeu ych ynh yt"
const SYLLABLE = new RegExp(`^(?:${ONSETS.split(" ").sort((a, b) => b.length - a.length).join("|")})?(?:${RHYMES.replaceAll(" ", "|")})$`)

/** @param {string} f a folded word */
export const isSyllable = f => SYLLABLE.test(f)
