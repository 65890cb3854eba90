/** What a language is known by; written by hand. */
export interface Profile {
  /** Function words in small letters, as they stand between spaces and apostrophes. */
  readonly words: readonly string[];
  /** Three letters that the language has often and others have not; "_" is a word's edge. */
  readonly trigrams: readonly string[];
  /** Letters and marks that few languages write. */
  readonly letters: string;
}

const list = (text: string): string[] => text.trim().split(/\s+/u);

/** By ISO 639-1 code. English, Spanish and French are what the lab asks in; the rest is where answers drift to. */
export const profiles: Readonly<Record<string, Profile>> = {
  en: {
    words: list(`the of and to in is that it was for on with as his he be at by this had not are but
      from or have an they which you were her all she there would their we him been has when who will no
      more if out so said what its about into than them can only other some could these two may then do
      first any my now such like our over me even most also after did many before must through where how
      your way well should because each those just a am does don isn didn it's here very much under while
      both between own same being against during without within let us why whose upon please thank yes plus minus makes one
      three four five six seven eight nine ten`),
    trigrams:
      list(`_th the he_ nd_ ing ng_ _wh wh_ ght oul uld _sh ck_ ith _wi wit ed_ _ha ly_ hat _yo you
      ow_ ay_ ee_ ook all tch ood ll_ th_ rs_ ys_ ke_ ty_ _of _kn`),
    letters: '',
  },
  es: {
    words: list(`el la los las un una unos unas de del a al en que es son era fue ser está están
      estaba hay ha han había no sí se su sus lo le les me te nos mi mis tu tus yo él ella ellos ellas
      usted ustedes nosotros con por para como más pero si porque cuando donde dónde qué quién cuál cómo
      cuándo muy ya también todo toda todos todas este esta esto estos estas ese esa eso esos esas aquel
      entre sobre hasta desde sin según durante tiene tienen tener puede pueden poder hacer hace hacen
      otro otra otros otras mismo misma cada mucho mucha muchos muchas aunque sino así después antes
      entonces aquí allí ni algo alguien nada nunca siempre soy eres somos estoy tan gracias uno dos
      tres cuatro cinco seis siete ocho nueve diez`),
    trigrams: list(`_el el_ los las ión ón_ os_ as_ _qu que ado ada do_ _es ía_ ñol ña_ ño_ ció _un 
      ien uer est tra _lo aci dad ad_ ás_ ar_ er_ ndo _ll aba nte jo_ ja_ rro rra cue bue gua ito`),
    letters: 'ñ¿¡',
  },
  fr: {
    words: list(`le la les un une des du de au aux en et ou que qu qui est sont était étaient être
      été ce cet cette ces se son sa ses leur leurs il elle ils elles on je tu nous vous me te 
      mon ma mes ton ta tes notre nos votre vos ne pas plus moins très dans sur sous avec sans pour par
      comme mais si donc quand où comment pourquoi quoi quel quelle quels quelles dont lui eux moi toi
      ai as a avons avez ont avait avoir peut peuvent pouvoir fait faire font tout toute tous toutes même
      aussi bien ainsi alors après avant entre chez vers depuis pendant jusqu autre autres chaque plusieurs
      encore toujours jamais rien suis sommes êtes ici là merci oui non cela ça lorsque afin
      deux trois quatre cinq six sept huit neuf dix`),
    trigrams:
      list(`les _le es_ ent nt_ _qu que ue_ ion on_ _de eur ux_ eau aux ait it_ ais is_ ez_ eux
      oir ant ée_ és_ ère êtr tre re_ _ce ouv our ous né_ lle cha oup onn ill eil oi_ ain`),
    letters: 'œçêèàùûîë',
  },
  de: {
    words: list(`der die das den dem des ein eine einen einem einer eines und oder aber ist sind war
      waren sein wird werden wurde hat haben hatte ich du er sie es wir ihr mich dich sich uns mir dir ihm
      ihn ihnen mein meine dein seine seiner nicht kein keine auch nur noch schon sehr mehr so wie was wer
      wo wann warum dass daß wenn weil als zu zum zur in im an am auf aus bei beim mit nach von vom vor für
      über unter durch gegen ohne um bis kann können muss müssen soll dies diese dieser dieses jeder alle
      man hier dort dann zwischen bitte ja nein zwei
      drei vier fünf sechs sieben acht neun zehn`),
    trigrams:
      list(`sch ich ch_ ein en_ er_ der die und nd_ _ge ung ng_ cht ht_ _zu ten _ei eit _be ür_
      _fü aß_ tz_ ie_ gen`),
    letters: 'äöüß',
  },
  it: {
    words: list(`il lo la gli le un uno una di del dello della dei degli delle dell a al allo alla
      ai agli alle da dal dalla in nel nella nei nelle con su sul sulla per tra fra ed ma che chi cui
      non è sono era erano essere stato ha hanno aveva avere si se ci vi mi ti lui lei loro noi voi io tu
      mio mia tuo suo sua suoi questo questa questi queste quello quella come quando dove perché cosa più
      anche molto tutto tutti tutte ogni così quindi poi già ancora solo può possono fare fatto due
      tre quattro cinque sei sette otto nove dieci`),
    trigrams:
      list(`_di lla ell che _ch zio ion ne_ gli li_ tto to_ no_ ta_ ti_ re_ ato _è_ con per one
      età tà_ cco zza iam`),
    letters: 'èòìù',
  },
  pt: {
    words:
      list(` a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela
      para com sem ou mas que quem não sim é são era foi ser está estão há tem têm ter seu sua seus suas
      ele ela eles elas eu nós você vocês me se lhe meu minha isso isto este esta esse essa aquele como
      quando onde porque mais muito muita também já só até entre sobre depois antes então ainda cada todo
      toda todos todas outro outra pode podem fazer faz dois duas obrigado
      três quatro cinco seis sete oito nove dez`),
    trigrams: list(`ção ão_ ões es_ _nã não _qu que ado os_ as_ ent nte _um uma _da _do em_ ém_ ra_
      nha inh ais eir _é_ am_ ou_`),
    letters: 'ãõçê',
  },
  nl: {
    words: list(`de het een van en in is dat op te zijn niet met voor aan er om ook als maar ze hij
      zij ik je jij we wij jullie mijn jouw haar hun ons onze wat wie waar wanneer hoe waarom naar bij
      uit over door tot tegen onder tussen zonder nog al wel geen meer zeer heel veel deze dit die wordt
      worden werd was waren heeft hebben had kan kunnen moet moeten zal zullen of want omdat toen nu hier
      daar alle elke twee ja nee drie vier vijf zes zeven acht negen tien`),
    trigrams:
      list(`een en_ het _he aar ijn ij_ _va van _de ier oor _ge ver ing _zi cht oo_ aan sch ijk
      eli ten _te`),
    letters: '',
  },
};
