# What people type instead of tapping a button: phrases with commas between them. They count in every
# language of the bot, so the words of languages without a catalogue stand here as well.

heard-courtesy = please, pls, thank you, thanks, hello, hi, good morning, dear bot, bitte, por favor, per favore, alstublieft, proszę
heard-cancel = cancel, cancel it, cancel this, stop, stop it, stop this, quit, exit, abort, never mind, nevermind, forget it, abbrechen, abbruch, stopp, cancelar, parar, annulla, annullare, annuleren, stoppen, anuluj, przerwij
heard-back = back, go back, previous, previous question, zurück, atrás, volver, indietro, terug, wstecz, wróć, voltar
heard-skip = skip, skip it, skip this, skip this question, pass, überspringen, omitir, saltar, saltare, overslaan, pomiń, pular
heard-help = help, help me, i need help, what can i do, what can i do here, what can you do, hilfe, ayuda, aiuto, hulp, pomoc, ajuda
