import type { BenchLanguage, BenchStyle } from '../../src/scoring/lab-80/schema.ts';

const style = (opening: string, closing: string): BenchStyle => ({ opening, closing });

/**
 * How the answers of a draw are dressed: two natural phrases, none of which stands in the corpus and none
 * of which holds a word that a question looks for.
 */
export const styles: Record<BenchLanguage, readonly BenchStyle[]> = {
  en: [
    style('Let us take a look.', 'I trust this serves you.'),
    style('Glad to be of service!', 'Write again soon.'),
    style('Here comes my reply.', 'With kind regards.'),
    style('A fine thing to ask!', 'Please stay curious.'),
    style('Allow me to explain.', 'Many thanks for reading.'),
    style('At your service, friend.', 'Until we speak again!'),
    style('I looked that up gladly.', 'Enjoy the rest of it.'),
    style('Oh, I know this one!', 'That is my word on it.'),
    style('Thanks for coming to me.', 'Keep asking, my dear.'),
    style('Just a moment, please.', 'There you have it!'),
    style('Welcome back, dear visitor.', 'Always at your side.'),
    style('That deserves an honest reply.', 'Yours truly, the helper.'),
    style('Without further delay:', 'End of my message.'),
    style('My pleasure to reply!', 'Please come back anytime.'),
  ],
  es: [
    style('Vamos a verlo.', 'Confío en que te sirva.'),
    style('¡Siempre a tu servicio!', 'Escribe otra vez pronto.'),
    style('Aquí va mi respuesta.', 'Con un cordial saludo.'),
    style('¡Qué bien que preguntes!', 'Sigue siendo curioso.'),
    style('Permíteme que lo explique.', 'Muchas gracias por leer.'),
    style('Me alegra tu mensaje.', '¡Hablamos otro rato!'),
    style('Lo he buscado con gusto.', 'Disfruta de lo demás.'),
    style('¡Ah, esta me la sé!', 'Palabra de ayudante.'),
    style('Gracias por acudir a mí.', 'No dejes de preguntar.'),
    style('Un momento, por favor.', '¡Ahí lo tienes!'),
    style('Bienvenido otra vez, visitante.', 'Siempre a tu lado.'),
    style('Mereces una respuesta sincera.', 'Atentamente, tu ayudante.'),
    style('Sin más demora:', 'Fin de mi mensaje.'),
    style('¡Será un placer responder!', 'Vuelve cuando lo desees.'),
  ],
  fr: [
    style('Regardons cela ensemble.', 'Puisse cela te servir.'),
    style('Toujours à ton service !', 'Écris-moi encore bientôt.'),
    style('Je te réponds volontiers.', 'Avec mes salutations cordiales.'),
    style('Quelle belle question !', 'Reste toujours aussi curieux.'),
    style('Permets-moi de préciser.', 'Grand merci de me lire.'),
    style('Ton message me réjouit.', 'Au plaisir de te relire !'),
    style("J'ai cherché avec joie.", 'Profite bien du reste.'),
    style('Ah, je connais cela !', "Parole d'assistant."),
    style("Merci d'être venu ici.", 'Continue de me questionner.'),
    style('Un instant, je te prie.', 'Te voilà bien renseigné !'),
    style('Content de te revoir.', 'Toujours à tes côtés.'),
    style('Tu mérites une réponse honnête.', 'Bien à toi, ton assistant.'),
    style('Sans plus attendre :', 'Fin de mon message.'),
    style('Ravi de te répondre !', 'Reviens quand tu voudras.'),
  ],
};
