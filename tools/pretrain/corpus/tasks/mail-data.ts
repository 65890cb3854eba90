/**
 * Letters by language. Slots: {dear} the greeting with the name, {who} the reader, {me} the writer,
 * {o} a bare thing, {the} it with article, {day} a day of the week.
 */
export const mails = {
  en: {
    asks: [
      'Write an email {about}.',
      'Write a short letter {about}.',
      'Write a message {about}.',
      'Help me write a note {about}.',
    ],
    signed: 'My name is {me}.',
    again: 'Make it shorter.',
    short: ['{dear}, see you soon. {me}', '{dear}, all the best. {me}'],
    letters: [
      {
        about: 'to thank {who} for the {o}',
        body: '{dear},\nthank you for the {o}. I like it very much.\nYours, {me}',
      },
      {
        about: 'to invite {who} to my party on {day}',
        body: '{dear},\nplease come to my party on {day}. I hope to see you there.\nYours, {me}',
      },
      {
        about: 'to tell {who} that I am ill',
        body: '{dear},\nI am ill and cannot come today. I am sorry.\nYours, {me}',
      },
      {
        about: 'to say sorry to {who}',
        body: '{dear},\nI am sorry for my mistake. It will not happen again.\nYours, {me}',
      },
      {
        about: 'to ask {who} for a meeting on {day}',
        body: '{dear},\ncould we meet on {day}? Please let me know.\nYours, {me}',
      },
      {
        about: 'to wish {who} a happy birthday',
        body: '{dear},\nhappy birthday! I wish you a wonderful day.\nYours, {me}',
      },
    ],
  },
  es: {
    asks: [
      'Escribe una carta {about}.',
      'Escribe un correo {about}.',
      'Escribe un mensaje {about}.',
      'Ayúdame a escribir una nota {about}.',
    ],
    signed: 'Me llamo {me}.',
    again: 'Hazla más corta.',
    short: ['{dear}: hasta pronto. {me}', '{dear}: un abrazo. {me}'],
    letters: [
      {
        about: 'para dar las gracias a {who} por {the}',
        body: '{dear}:\ngracias por {the}. Me gusta mucho.\nUn abrazo, {me}',
      },
      {
        about: 'para invitar a {who} a mi fiesta el {day}',
        body: '{dear}:\nven a mi fiesta el {day}. Espero verte allí.\nUn abrazo, {me}',
      },
      {
        about: 'para decir a {who} que tengo fiebre',
        body: '{dear}:\ntengo fiebre y hoy no puedo ir. Lo siento.\nUn abrazo, {me}',
      },
      {
        about: 'para pedir perdón a {who}',
        body: '{dear}:\nperdón por mi error. No volverá a pasar.\nUn abrazo, {me}',
      },
      {
        about: 'para pedir a {who} una reunión el {day}',
        body: '{dear}:\n¿podemos vernos el {day}? Espero tu respuesta.\nUn abrazo, {me}',
      },
      {
        about: 'para desear a {who} un feliz cumpleaños',
        body: '{dear}:\n¡feliz cumpleaños! Te deseo un día maravilloso.\nUn abrazo, {me}',
      },
    ],
  },
  fr: {
    asks: [
      'Écris une lettre {about}.',
      'Écris un courriel {about}.',
      'Écris un message {about}.',
      'Aide-moi à écrire un mot {about}.',
    ],
    signed: "Je m'appelle {me}.",
    again: 'Plus court, merci.',
    short: ['{dear}, à bientôt. {me}', '{dear}, bonne journée. {me}'],
    letters: [
      {
        about: 'pour remercier {who} pour {the}',
        body: '{dear},\nmerci pour {the}. Cela me plaît beaucoup.\nAmitiés, {me}',
      },
      {
        about: 'pour inviter {who} à ma fête {day}',
        body: "{dear},\nviens à ma fête {day}. J'espère te voir là-bas.\nAmitiés, {me}",
      },
      {
        about: "pour dire à {who} que j'ai de la fièvre",
        body: "{dear},\nj'ai de la fièvre et je ne peux pas venir. Pardon.\nAmitiés, {me}",
      },
      {
        about: 'pour demander pardon à {who}',
        body: '{dear},\npardon pour mon erreur. Cela ne se passera plus.\nAmitiés, {me}',
      },
      {
        about: 'pour demander un rendez-vous à {who} {day}',
        body: '{dear},\npouvons-nous nous voir {day} ? Réponds-moi vite.\nAmitiés, {me}',
      },
      {
        about: 'pour souhaiter un bon anniversaire à {who}',
        body: '{dear},\nbon anniversaire ! Je te souhaite une belle journée.\nAmitiés, {me}',
      },
    ],
  },
} as const;

/** How a letter greets a man and a woman. */
export const greetings = {
  en: ['Dear', 'Dear'],
  es: ['Querido', 'Querida'],
  fr: ['Cher', 'Chère'],
} as const;
